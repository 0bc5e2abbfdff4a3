import type { MemberContext } from '#platform/context.ts'
import { defineJob, enqueue } from '#platform/jobs/job.ts'
import { isolate } from '#platform/mail/template.ts'
import type { MailBlock } from '#platform/mail/template.ts'
import { pickText } from '#platform/shared/local-text.ts'
import type { Services } from '#platform/services.ts'
import { en, fr } from '../messages/mails.ts'
import { deliverDue } from './deliver-due.ts'
import { describe } from './describe.ts'
import { defineMailKind } from './mail-kinds.ts'
import type { MailWords } from './mail-kinds.ts'
import type { Described } from './mails.ts'
import {
  everything,
  insertDigests,
  listDigestsDue,
  listFollowed,
  listFreshCommunities,
  listNews,
  listUntold,
  markToldByDigest,
  setToldUntil,
} from './queries/digest.ts'
import type { DigestDue, NewsRow } from './queries/digest.ts'
import { findPreferences } from './queries/settings.ts'
import { preferencesOf, rulesOf } from './queries/receivers.ts'
import { isDayOff, localMoment } from './quiet.ts'
import { wordsOf } from './words.ts'

const words = wordsOf({ fr, en })
const day = 86_400_000
/** A first digest, or one after a long silence, looks back no further. */
export const longestLookBack = 8 * day
const batch = 1_000

/** Every quarter of an hour: queues the digests whose hour has come somewhere. */
export const queueDigests = defineJob<Record<string, never>>({
  name: 'notifications.queueDigests',
  attempts: 3,
  timeout: 600,
  onFinalFailure: 'Digests of this quarter of an hour are queued in the next one, up to three hours late.',
  cron: '*/15 * * * *',
  async run(ctx) {
    let after: string = everything
    let queued = 0
    for (;;) {
      const found = await listDigestsDue(ctx.tx, ctx.now, after, batch)
      const due = found.filter((one) => !isOff(one, ctx.now))
      const apart = due.filter((one) => preferencesOf(one).digestScope === 'community')
      const fresh = apart.length
        ? await listFreshCommunities(
            ctx.tx,
            apart.map(({ memberId }) => memberId),
            ctx.now,
          )
        : []
      const days = new Map(due.map((one) => [one.memberId, one.day]))
      queued += await insertDigests(
        ctx.tx,
        [
          ...due.map((one) => ({
            memberId: one.memberId,
            scope: preferencesOf(one).digestScope === 'community' ? 'personal' : 'all',
            day: one.day,
          })),
          ...fresh.map((one) => ({ ...one, scope: one.communityId, day: days.get(one.memberId)! })),
        ],
        ctx.now,
      )
      if (found.length < batch) break
      after = found.at(-1)!.memberId
    }
    if (queued > 0) await enqueue(ctx, deliverDue, {}, { key: `${deliverDue.name}:now` })
  },
})

/** The right to disconnect holds for digests too: none on a day of rest, unless the person works on it. */
const isOff = (one: DigestDue, now: Date): boolean =>
  preferencesOf(one).isQuiet && isDayOff(rulesOf(one), localMoment(now, one.timezone).day)

/** Written when it leaves: what was seen or taken away meanwhile is not in it, and an empty one does not leave. */
defineMailKind({ name: 'digest', compose: composeDigest })

async function composeDigest(
  ctx: MemberContext,
  subject: Readonly<Record<string, string>>,
  services: Services,
): Promise<MailWords | undefined> {
  const { actor, now } = ctx
  const scope = subject['scope'] ?? 'all'
  const isOne = scope !== 'all' && scope !== 'personal'
  const preferences = preferencesOf({ preferences: await findPreferences(ctx.tx, actor.memberId) })
  if (preferences.digest === 'never') return undefined
  const range = { since: new Date(now.getTime() - longestLookBack), until: now }
  const told = isOne ? [] : await describeUntold(ctx)
  const news =
    scope === 'personal'
      ? []
      : await listNews(ctx.tx, actor.memberId, { ...range, communityId: isOne ? scope : null })
  const shown = new Set(news.map(({ postId }) => postId))
  const followed = isOne
    ? []
    : (
        await listFollowed(ctx.tx, actor.memberId, actor.memberKind === 'employee', {
          ...range,
          isElsewhere: scope === 'personal',
        })
      ).filter(({ postId }) => !shown.has(postId))
  const byCommunity = [...Map.groupBy(news, ({ community }) => community.id).values()]
  const n = told.length + followed.length + byCommunity.reduce((sum, [first]) => sum + (first?.total ?? 0), 0)
  if (n === 0) return undefined
  const t = words(actor.language)
  const { publicUrl } = services.config
  return {
    subject: isOne
      ? t('digest.subjectOne', { community: pickText(news[0]!.community.name, actor.language), n })
      : t('digest.subjectAll', { n }),
    heading: isOne ? pickText(news[0]!.community.name, actor.language) : t('digest.heading'),
    blocks: [
      ...noticeBlocks(
        t('digest.needsYou'),
        told.filter(({ notice }) => notice.needsYou),
        publicUrl,
      ),
      ...noticeBlocks(
        t('digest.about'),
        told.filter(({ notice }) => !notice.needsYou),
        publicUrl,
      ),
      ...byCommunity.flatMap((rows) => newsBlocks(rows, actor.language, publicUrl, !isOne)),
      ...(followed.length > 0
        ? [
            { kind: 'paragraph' as const, text: t('digest.followed') },
            listOf(followed, actor.language, publicUrl),
          ]
        : []),
    ],
    why: t(`digest.why.${preferences.digest}`),
    stops: isOne ? { communityId: scope } : 'digest',
    async sent(recording) {
      await markToldByDigest(
        recording.tx,
        actor.memberId,
        told.map(({ notice }) => notice.id),
        now,
      )
      await setToldUntil(recording.tx, actor.memberId, isOne ? scope : everything, now)
    },
  }
}

async function describeUntold(ctx: MemberContext): Promise<Described[]> {
  const notices = await listUntold(ctx.tx, ctx.actor.memberId, null)
  const descriptions = await describe(ctx, notices)
  return notices.flatMap((notice, index) => {
    const description = descriptions[index]
    return description ? [{ notice, description }] : []
  })
}

const noticeBlocks = (heading: string, told: readonly Described[], publicUrl: string): MailBlock[] =>
  told.length === 0
    ? []
    : [
        { kind: 'paragraph', text: heading },
        {
          kind: 'list',
          items: told.map(({ description }) => ({
            text: `${description.sentence}\n${description.title}`,
            url: `${publicUrl}${description.path}`,
          })),
        },
      ]

function newsBlocks(
  rows: readonly NewsRow[],
  language: 'fr' | 'en',
  publicUrl: string,
  named: boolean,
): MailBlock[] {
  const [first] = rows as [NewsRow]
  const rest = first.total - rows.length
  return [
    ...(named ? [{ kind: 'paragraph' as const, text: pickText(first.community.name, language) }] : []),
    listOf(
      rows,
      language,
      publicUrl,
      rest > 0
        ? {
            text: words(language)('digest.more', { n: rest }),
            url: `${publicUrl}/communities/${first.community.slug}`,
          }
        : undefined,
    ),
  ]
}

const listOf = (
  rows: readonly NewsRow[],
  language: 'fr' | 'en',
  publicUrl: string,
  last?: { text: string; url: string },
): MailBlock => ({
  kind: 'list',
  items: [
    ...rows.map((row) => ({
      text: words(language)('digest.by', { title: isolate(row.title), name: isolate(row.author) }),
      url: `${publicUrl}/posts/${row.postId}`,
    })),
    ...(last ? [last] : []),
  ],
})
