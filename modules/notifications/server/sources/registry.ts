import type { MemberContext } from '#platform/context.ts'
import type { Listener } from '#platform/events/events.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type { Reason } from '#modules/notifications/reasons.ts'

export interface Receiver {
  memberId: string
  reason: Reason
}

/** One thing to tell, and to whom. Ids only: no text is stored. */
export interface Item {
  /** Its own id, such as `comment:<id>`: nobody is told of one key twice, whatever happens again. */
  key: string
  /** Unread notices of one group and reason are one entry: `post:<id>`. */
  group: string
  communityId: string | null
  /** The conversation whose follow and mute count. */
  postId?: string
  /** What `describe` needs to find it again. */
  subject: Readonly<Record<string, string>>
  /** Who did it; never told of it. */
  actorId: string | null
  /** Everybody concerned; may name a person several times, the strongest reason counts. */
  receivers: readonly Receiver[]
}

/** What `describe` is given: ids of the newest thing, how many there are, and who (newest first, at most three names). */
export interface NoticeFacts {
  reason: Reason
  subject: Readonly<Record<string, string>>
  communityId: string | null
  count: number
  /** Names of those who did it, ready to stand in a sentence: "Alice", "Alice and Karim", "Alice, Karim and 3 others". */
  who: string
}

/** How it reads for one person, in their language, at this moment. */
export interface Description {
  /** What it is about: the title of the conversation, the name of the community. Plain text. */
  title: string
  /** Language of the title where it is somebody's own words. */
  titleLanguage?: string
  /** What happened, in one sentence without a full stop. */
  sentence: string
  /** Path in the product, such as `/posts/<id>`. */
  path: string
  community: { id: string; slug: string; name: LocalText; accent: string } | null
  /** The words themselves, for the mail: at most a paragraph or two. */
  quote?: { text: string; language: string }
}

export interface Source {
  /** Stored with each notice; unique, usually the module's name. */
  name: string
  listeners: readonly Listener[]
  /**
   * Describes notices as `ctx.actor` may read them NOW: undefined where the person may no longer see it or it is gone,
   * in the order given. One statement for all of them, never one each. Also called at the moment of sending.
   */
  describe(ctx: MemberContext, notices: readonly NoticeFacts[]): Promise<(Description | undefined)[]>
}

const known = new Map<string, Source>()
export const sourceOf = (name: string): Source | undefined => known.get(name)
/** Throws where two sources have one name: the one loaded last would describe the other's notices. */
export function keepSource(source: Source): void {
  if (known.has(source.name)) throw new Error(`Two sources of notices are called ${source.name}.`)
  known.set(source.name, source)
}
