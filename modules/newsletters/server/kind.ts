import { defineBulkKind, provideStopNewsletter, stopMark } from '#modules/notifications/public.ts'
import type { BulkReader, BulkSubject, BulkWords } from '#modules/notifications/public.ts'
import type { Context } from '#platform/context.ts'
import type { MailPicture } from '#platform/mail/mailer.ts'
import type { Services } from '#platform/services.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { findIssue, findNewsletterFacts } from './access.ts'
import { audienceSql, editionDetailSql } from './audience.ts'
import { maySee, sightsOf } from './items.ts'
import type { Sight } from './items.ts'
import { communitiesOf, languageFor, loadLetter, readBlocks } from './letter.ts'
import type { Letter } from './letter.ts'
import { composeLetter } from './mail-html.ts'
import { listEditionNames, setFinished, setRefusal, setStarted } from './queries/issues.ts'
import { pictureBytes } from './pictures.ts'

export const keyOf = (issueId: string): string => `newsletter:${issueId}`

/** What all readers of a letter share, for one batch. */
export interface Frame {
  issueId: string
  name: Parameters<typeof pickText>[0]
  title: Parameters<typeof pickText>[0]
  languages: readonly string[]
  at: Date
  letter: Letter
  editions: ReadonlyMap<string, string>
}

export async function loadFrame(ctx: Context, issueId: string): Promise<Frame | undefined> {
  const issue = await findIssue(ctx, issueId)
  const newsletter = issue && (await findNewsletterFacts(ctx, issue.newsletterId))
  if (!issue || !newsletter) return undefined
  return {
    issueId,
    name: newsletter.name,
    title: issue.title,
    languages: newsletter.languages,
    at: issue.startedAt ?? issue.scheduledFor ?? ctx.now,
    letter: await loadLetter(ctx, issueId),
    editions: await listEditionNames(ctx.tx, newsletter.id),
  }
}

/** The letter of one edition, in one language, with one sight of the communities. */
export async function writeLetter(
  services: Services,
  frame: Frame,
  options: {
    editionId: string | null
    language: 'fr' | 'en'
    sight: Sight | undefined
    stopUrl: string | null
  },
): Promise<BulkWords & { blocks: ReturnType<typeof readBlocks> }> {
  const language = languageFor(frame.languages, options.language)
  const blocks = readBlocks(frame.letter, { ...options, language })
  const pictures: MailPicture[] = []
  const cids = new Map<string, string>()
  for (const { picture } of blocks) {
    if (!picture || cids.has(picture.url)) continue
    const row = frame.letter.pictures.get(picture.url.slice(picture.url.lastIndexOf('/') + 1))
    const bytes = row && (await pictureBytes(services, row))
    if (!row || !bytes) continue
    const cid = `picture${cids.size + 1}.${frame.issueId.slice(-12)}@preau`
    cids.set(picture.url, cid)
    pictures.push({ cid, ...bytes })
  }
  const written = composeLetter({
    language,
    newsletterName: pickText(frame.name, language),
    title: pickText(frame.title, language),
    date: new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(frame.at),
    edition: (options.editionId && frame.editions.get(options.editionId)) ?? null,
    publicUrl: services.config.publicUrl,
    issueId: frame.issueId,
    stopUrl: options.stopUrl,
    blocks,
    cids,
  })
  return { ...written, ...(pictures.length > 0 && { pictures }), blocks }
}

async function compose(
  ctx: Context,
  subject: BulkSubject,
  readers: readonly BulkReader[],
  services: Services,
): Promise<(BulkWords | undefined)[]> {
  const frame = await loadFrame(ctx, String(subject['issueId']))
  if (!frame) return readers.map(() => undefined)
  const sights = await sightsOf(
    ctx,
    readers.map(({ memberId }) => memberId),
    communitiesOf(frame.letter),
  )
  const items = [...frame.letter.items.values()]
  // Readers who see the same have the same words: a handful of letters for hundreds of people.
  const written = new Map<string, BulkWords | undefined>()
  const result: (BulkWords | undefined)[] = []
  for (const reader of readers) {
    const sight = sights.get(reader.memberId)
    if (!sight) {
      result.push(undefined)
      continue
    }
    const editionId = reader.detail['editionId'] ?? null
    const seen = items.filter((item) => maySee(sight, item)).map(({ id }) => id)
    const key = [editionId, languageFor(frame.languages, reader.language), ...seen].join(' ')
    if (!written.has(key)) {
      const words = await writeLetter(services, frame, {
        editionId,
        language: reader.language,
        sight,
        stopUrl: stopMark,
      })
      // A letter in which nothing is left for somebody is not sent to them.
      written.set(key, words.blocks.length > 0 ? words : undefined)
    }
    result.push(written.get(key))
  }
  return result
}

export const newsletterKind = defineBulkKind({
  name: 'newsletter',
  audienceSql,
  detailSql: editionDetailSql,
  stops: (subject) => ({ newsletterId: String(subject['newsletterId']) }),
  begin: (ctx, subject) => setStarted(ctx.tx, String(subject['issueId']), ctx.now),
  compose,
  finish: async (ctx, subject) =>
    void (await setFinished(ctx.tx, String(subject['issueId']), 'sent', ctx.now)),
})

provideStopNewsletter(async (tx, newsletterId, memberId, now) => {
  await setRefusal(tx, newsletterId, memberId, true, now)
})
