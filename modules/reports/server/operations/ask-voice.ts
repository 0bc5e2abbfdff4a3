import type { Report } from '#modules/reports/contract.ts'
import type { Contract } from '#modules/reports/contract.ts'
import { voiceAsked } from '#modules/reports/events.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import type { ResponseOf } from '#platform/shared/contract.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getForManaging } from '../access.ts'
import { monthsAfter } from '../months.ts'
import { findReport } from '../queries/reports.ts'
import { deleteVoice, findText, insertVoice, listQuotable } from '../queries/voices.ts'
import { viewReport } from '../view-report.ts'

type Quotable = ResponseOf<Contract['GET /api/v1/communities/:community/reports/:month/quotable']>
interface InMonth {
  community: string
  month: string
}

async function getReport(ctx: MemberContext, input: InMonth) {
  const access = await getForManaging(ctx, input.community)
  const row = await findReport(ctx.tx, access.id, input.month)
  if (!row) throw new Refusal('reportNotFound')
  return { access, row }
}

/** A text as it is read: without marks, one blank where there are several. */
const plain = (md: string): string => flat(renderMarkdown(md).text)
const flat = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Public texts of the month that could be quoted. The look is written to the access log of their authors. */
export async function readQuotable(ctx: MemberContext, input: InMonth): Promise<Quotable> {
  const { access } = await getReport(ctx, input)
  const from = new Date(`${input.month}-01T00:00:00Z`)
  const to = new Date(`${monthsAfter(input.month, 1)}-01T00:00:00Z`)
  const rows = await listQuotable(ctx.tx, access.id, from, to, ctx.actor.memberId)
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: access.id,
    screen: 'report',
    purpose: 'askForVoice',
    subjects: [...new Set(rows.map(({ author }) => author.id))],
    fields: ['text', 'author'],
  })
  return {
    items: rows
      .map(({ bodyMd, at, ...row }) => ({ ...row, text: plain(bodyMd), at: at.toISOString() }))
      .filter(({ text }) => text.length > 0),
  }
}

/**
 * Asks the author of a text whether these words of theirs may stand in the report. Nothing is shown before they agree.
 * Emits voiceAsked. Refuses `quoteNotInText`: words are quoted as they were written.
 */
export async function askVoice(
  ctx: MemberContext,
  input: InMonth & { postId: string; commentId: string | null; quote: string },
): Promise<Report> {
  const { access, row } = await getReport(ctx, input)
  const text = await findText(ctx.tx, access.id, input.postId, input.commentId)
  if (!text) throw new Refusal('voiceNotFound')
  const quote = flat(input.quote)
  if (!quote || ![plain(text.bodyMd), flat(text.title ?? '')].some((whole) => whole.includes(quote)))
    throw new Refusal('quoteNotInText')
  const id = newId(ctx.now.getTime())
  const isNew = await insertVoice(ctx.tx, {
    id,
    reportId: row.id,
    communityId: access.id,
    postId: input.postId,
    commentId: input.commentId,
    authorId: text.authorId,
    quote,
    askedAt: ctx.now,
    askedBy: ctx.actor.memberId,
  })
  // Asked before, or by a second click: nobody is asked twice.
  if (isNew) await emit(ctx, voiceAsked(access.id, { memberId: text.authorId, voiceId: id }))
  return viewReport(ctx, access, row, { draft: true, language: ctx.actor.language })
}

/** Takes a quotation out, from what is published too. */
export async function removeVoice(ctx: MemberContext, input: InMonth & { voiceId: string }): Promise<Report> {
  const { access, row } = await getReport(ctx, input)
  if (!(await deleteVoice(ctx.tx, row.id, input.voiceId))) throw new Refusal('voiceNotFound')
  return viewReport(ctx, access, row, { draft: true, language: ctx.actor.language })
}
