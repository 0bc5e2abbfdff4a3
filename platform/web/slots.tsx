import {
  Suspense,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
} from 'react'
import type { MenuAct } from '#ui/Menu.tsx'

/** A conversation, as far as a gate before its reply box needs to know it. */
export interface GatedPost {
  id: string
  kind: string
  community: { id: string; slug: string }
  author: { id: string }
  /** Whether somebody else has answered, as far as is on screen. */
  isAnswered: boolean
}

/** A post, or one comment of it (`commentId`), as far as modules above need to know it. */
export interface SlotText {
  postId: string
  commentId: string | null
  kind: string
  title: string | null
  bodyMd: string | null
  language: string
  author: { id: string; displayName: string }
  community: { id: string; slug: string }
  isMine: boolean
}
export interface TextActsProps {
  text: SlotText
  /** Called with the acts to add to the text's menu; the component renders its dialogs beside. */
  children: (acts: readonly MenuAct[]) => ReactNode
}

/** What somebody is writing in the composer. */
export interface SlotWriting {
  kind: string
  title: string | null
  bodyMd: string
  communityId: string | null
}

export interface SlotCommunity {
  id: string
  slug: string
}
export interface SlotMember {
  id: string
  displayName: string
  isMe: boolean
}

/** Places that a module's page keeps free for modules above it; the shell fills them (apps/web/slots-inside.tsx). */
export interface Slots {
  /** Stands around the reply box of a conversation and decides whether it shows at once. */
  replyGate?: ComponentType<{ post: GatedPost; children: ReactNode }>
  /** Small blocks of the home page; each is nothing when it has nothing to say. */
  homeBlocks?: readonly ComponentType[]
  /** Acts in the "…" menu of a post or comment (report, make a page of this). */
  textActs?: readonly ComponentType<TextActsProps>[]
  /** Under a post's text: a poll, the page made of it, who could answer. */
  postPanels?: readonly ComponentType<{ text: SlotText }>[]
  /** Under a comment's text. */
  commentPanels?: readonly ComponentType<{ text: SlotText }>[]
  /** Under "this helped me", once the reader has said so. */
  helpedPanels?: readonly ComponentType<{ postId: string; commentId: string | null }>[]
  /** Beside a post's title: follow, bookmark. */
  postButtons?: readonly ComponentType<{ text: SlotText }>[]
  /** Under the text in the composer, while writing: similar pages, a wording hint. */
  composerHints?: readonly ComponentType<{ writing: SlotWriting }>[]
  /** Buttons at the foot of the composer: add a poll. */
  composerTools?: readonly ComponentType<{ writing: SlotWriting }>[]
  /** Beside a community's conversations: the next gathering. */
  communityRail?: readonly ComponentType<{ community: SlotCommunity }>[]
  /** Under why a community exists: the whole canvas, the closing page. */
  canvasPanels?: readonly ComponentType<{ community: SlotCommunity }>[]
  /** Above the administrator's list of communities: those that need somebody. */
  administeredBlocks?: readonly ComponentType[]
  /** Under the communities to discover: the one that is missing. */
  discoverBlocks?: readonly ComponentType<{ mayCreate: boolean }>[]
  /** Under the change programmes: ambassadors, campaigns, newsletters. */
  programmeBlocks?: readonly ComponentType[]
  /** Under a community's header: what must be known before reading on. */
  communityNotices?: readonly ComponentType<{ community: SlotCommunity }>[]
  /** In a community's header: notification level. */
  communityButtons?: readonly ComponentType<{ community: SlotCommunity }>[]
  /** Sections of a community's settings, for its managers. */
  communitySettings?: readonly ComponentType<{ community: SlotCommunity }>[]
  /** Under the articles of a community's charter: what they mean in practice. */
  charterPanels?: readonly ComponentType<{ community: SlotCommunity }>[]
  /** Sections of a person's profile: skills, what they wrote. */
  profileBlocks?: readonly ComponentType<{ member: SlotMember }>[]
  /** Sections of the page where I edit my profile. */
  profileEditBlocks?: readonly ComponentType[]
}

let filled: Slots | undefined
const readers = new Set<() => void>()
const nothing: Slots = {}

/** Told once by the shell where the list is; without it (no network, first visit) pages stand unfurnished. */
export function fillSlots(load: () => Promise<Slots>): void {
  const fill = (slots: Slots) => {
    filled = slots
    for (const read of readers) read()
  }
  load().then(fill, () => fill(nothing))
}

function subscribe(read: () => void): () => void {
  readers.add(read)
  return () => readers.delete(read)
}
/** What furnishes the pages; undefined while the list is on its way. */
export const useSlots = (): Slots | undefined => useSyncExternalStore(subscribe, () => filled)

/** Each list of parts, with what a part is given. */
interface SlotProps {
  homeBlocks: object
  postPanels: { text: SlotText }
  commentPanels: { text: SlotText }
  helpedPanels: { postId: string; commentId: string | null }
  postButtons: { text: SlotText }
  composerHints: { writing: SlotWriting }
  composerTools: { writing: SlotWriting }
  communityRail: { community: SlotCommunity }
  discoverBlocks: { mayCreate: boolean }
  canvasPanels: { community: SlotCommunity }
  administeredBlocks: object
  programmeBlocks: object
  communityNotices: { community: SlotCommunity }
  communityButtons: { community: SlotCommunity }
  charterPanels: { community: SlotCommunity }
  communitySettings: { community: SlotCommunity }
  profileBlocks: { member: SlotMember }
  profileEditBlocks: object
}
type SlotName = keyof SlotProps

/** Renders whatever the modules above put into a place; nothing when nobody fills it. */
export function Slot<K extends SlotName>(props: { name: K } & SlotProps[K]): ReactNode {
  const { name, ...given } = props
  const parts = (useSlots()?.[name] ?? []) as readonly ComponentType<object>[]
  return parts.map((Part, index) => (
    <Suspense key={index} fallback={null}>
      <Part {...given} />
    </Suspense>
  ))
}

/**
 * Gathers the acts that modules above add to the menu of a text. Their code arrives later; the menu stands where it is
 * meanwhile, so that one that is open does not close under a hand.
 */
export function WithTextActs({ text, children }: TextActsProps): ReactNode {
  const parts = useSlots()?.textActs ?? []
  const [told, setTold] = useState<Readonly<Record<number, readonly MenuAct[]>>>({})
  return (
    <>
      {children(parts.flatMap((_, index) => told[index] ?? []))}
      {parts.map((Part, index) => (
        <Suspense key={index} fallback={null}>
          <Part text={text}>
            {(acts) => (
              <Tell acts={acts} onTold={(given) => setTold((now) => ({ ...now, [index]: given }))} />
            )}
          </Part>
        </Suspense>
      ))}
    </>
  )
}

/** Says which acts there are, once for each look they have; what they do is always their latest. */
function Tell({ acts, onTold }: { acts: readonly MenuAct[]; onTold: (acts: readonly MenuAct[]) => void }) {
  const latest = useRef(acts)
  const look = JSON.stringify(
    acts.map(({ id, label, hint, href, danger, isDisabled }) => [id, label, hint, href, danger, isDisabled]),
  )
  const tell = useEffectEvent(() => {
    onTold(
      acts.map((act) => ({
        ...act,
        onAction: () => latest.current.find(({ id }) => id === act.id)?.onAction?.(),
      })),
    )
  })
  // Outside system: the menu beside, which another component draws.
  useEffect(() => {
    latest.current = acts
  }, [acts])
  // Outside system: as above.
  useEffect(() => tell(), [look])
  return null
}
