import { createFormatter } from 'use-intl/core'
import type { MemberActor, MemberContext } from '#platform/context.ts'
import { isolate } from '#platform/mail/template.ts'
import { listNames } from './queries/receivers.ts'
import type { ReceiverRow } from './queries/receivers.ts'
import { sourceOf } from './sources/registry.ts'
import type { Description } from './sources/registry.ts'
import type { Reason } from '../reasons.ts'
import { wordsOf } from './words.ts'

/** A notice as it is stored. */
export interface NoticeRow {
  id: string
  source: string
  reason: Reason
  communityId: string | null
  subject: Record<string, string>
  actorIds: string[]
  count: number
  needsYou: boolean
  lastAt: Date
  readAt: Date | null
}

const words = wordsOf({
  fr: { others: '{n, plural, one {# autre} other {# autres}}', someone: 'Quelqu’un' },
  en: { others: '{n, plural, one {# other} other {# others}}', someone: 'Someone' },
})

/** The receiver as the actor under whose rights everything is described. */
export const actorOf = (
  receiver: Pick<ReceiverRow, 'memberId' | 'memberKind' | 'isAdministrator' | 'language'>,
): MemberActor => ({
  kind: 'member',
  memberId: receiver.memberId,
  memberKind: receiver.memberKind,
  isAdministrator: receiver.isAdministrator,
  language: receiver.language,
  sessionId: '',
})

/**
 * Describes notices as `ctx.actor` may read them at this moment, in their language; what they may no longer see is
 * undefined. One statement per source, and one for the names.
 */
export async function describe(
  ctx: MemberContext,
  notices: readonly NoticeRow[],
): Promise<(Description | undefined)[]> {
  const names = await listNames(ctx.tx, [...new Set(notices.flatMap(({ actorIds }) => actorIds.slice(0, 3)))])
  const result: (Description | undefined)[] = notices.map(() => undefined)
  for (const name of new Set(notices.map(({ source }) => source))) {
    const places = notices.flatMap((notice, place) => (notice.source === name ? [place] : []))
    const described = await sourceOf(name)?.describe(
      ctx,
      places.map((place) => {
        const { actorIds, ...notice } = notices[place]!
        return { ...notice, who: nameThem(ctx.actor.language, actorIds, names) }
      }),
    )
    described?.forEach((description, index) => void (result[places[index]!] = description))
  }
  return result
}

function nameThem(language: 'fr' | 'en', ids: readonly string[], names: ReadonlyMap<string, string>): string {
  const t = words(language)
  const shown = ids.slice(0, ids.length > 3 ? 2 : 3).flatMap((id) => names.get(id) ?? [])
  if (shown.length === 0) return t('someone')
  const rest = ids.length - shown.length
  return createFormatter({ locale: language, timeZone: 'UTC' }).list(
    [...shown.map(isolate), ...(rest > 0 ? [t('others', { n: rest })] : [])],
    { type: 'conjunction' },
  )
}
