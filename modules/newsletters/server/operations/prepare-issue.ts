import type { Audience, IssueWork, ItemKind, QuotedItem, ReadBlock } from '#modules/newsletters/contract.ts'
import { countBulkAudience } from '#modules/notifications/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/job.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getWork } from '../access.ts'
import { audienceSql, subjectOf } from '../audience.ts'
import { listItems, sightsOf } from '../items.ts'
import type { Sight } from '../items.ts'
import { sendTestLetter } from '../jobs.ts'
import { loadFrame, writeLetter } from '../kind.ts'
import { communitiesOf, languageFor, quoted } from '../letter.ts'
import { countTests } from '../queries/issues.ts'
import { listEditors } from '../queries/newsletters.ts'
import { viewWork } from '../views.ts'

export const readWork = async (ctx: MemberContext, issueId: string): Promise<IssueWork> =>
  viewWork(ctx, await getWork(ctx, issueId, 'write'))

/** What can be quoted: of the newsletter's community, or of everything that the caller reads. */
export async function findQuotable(
  ctx: MemberContext,
  input: { issue: string; kind?: ItemKind; q?: string },
): Promise<{ items: QuotedItem[] }> {
  const { newsletter } = await getWork(ctx, input.issue, 'write')
  const kinds: ItemKind[] = input.kind ? [input.kind] : ['post', 'page', 'gathering', 'answer', 'report']
  const found = []
  for (const kind of kinds) found.push(...(await listItems(ctx, kind, input.q ?? '', newsletter.communityId)))
  const newest = found.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, 40)
  return { items: newest.map(quoted) }
}

/** How many an audience reaches now. Below five, nobody's address is told. */
export async function readReach(
  ctx: MemberContext,
  input: { issue: string; audience: Audience },
): Promise<{ people: number; unreachable: number | null }> {
  const { issue, newsletter } = await getWork(ctx, input.issue, 'lead')
  const subject = await subjectOf(
    ctx.tx,
    { issueId: issue.id, newsletterId: newsletter.id, communityId: newsletter.communityId },
    input.audience,
  )
  const { all, unreachable } = await countBulkAudience(ctx, { audienceSql }, subject)
  return { people: all, unreachable: all < 5 ? null : unreachable }
}

/** What somebody of a kind reads: of what the caller may read themselves, never more. */
async function sightAs(ctx: MemberContext, communityIds: readonly string[], reader: string): Promise<Sight> {
  const me = ctx.actor.memberId
  const mine = (await sightsOf(ctx, [me], communityIds)).get(me)!
  if (reader === 'me') return mine
  const open = await ctx.tx.rows<{ id: string }>(
    `select id from communities.community where id = any($1::uuid[]) and (visibility = 'open' or id::text = $2)`,
    [communityIds, reader],
  )
  const reads = open.map(({ id }) => id).filter((id) => mine.reads.has(id))
  return {
    reads: new Set(reads),
    joined: new Set(mine.joined.has(reader) ? [reader] : []),
    isEmployee: true,
  }
}

/** The issue as a kind of reader would have it. */
export async function previewIssue(
  ctx: MemberContext,
  services: Services,
  input: { issue: string; language?: 'fr' | 'en'; edition?: string; reader?: string },
): Promise<{ subject: string; html: string; text: string; blocks: ReadBlock[] }> {
  const { issue, newsletter } = await getWork(ctx, input.issue, 'write')
  const frame = (await loadFrame(ctx, issue.id))!
  const sight = await sightAs(ctx, communitiesOf(frame.letter), input.reader ?? 'me')
  const editionId = input.edition && frame.editions.has(input.edition) ? input.edition : null
  const letter = await writeLetter(services, frame, {
    editionId: newsletter.leads || newsletter.editionIds.includes(editionId ?? '') ? editionId : null,
    language: languageFor(newsletter.languages, input.language ?? ctx.actor.language),
    sight,
    stopUrl: null,
  })
  // Shown in a frame: pictures stand in the page itself.
  const html = (letter.pictures ?? []).reduce(
    (text, { cid, contentType, bytes }) =>
      text.replaceAll(`cid:${cid}`, `data:${contentType};base64,${bytes.toString('base64')}`),
    letter.html,
  )
  return { subject: letter.subject, html, text: letter.text, blocks: letter.blocks }
}

/** Sends the issue to oneself and to other editors of it, each with their own rights. */
export async function testIssue(
  ctx: MemberContext,
  services: Services,
  input: { issue: string; memberIds: string[] },
): Promise<{ sent: number }> {
  const { issue, newsletter } = await getWork(ctx, input.issue, 'write')
  if (!services.mailer.isConfigured) throw new Refusal('noMailServer')
  const editors = new Set((await listEditors(ctx.tx, newsletter.id)).map(({ member }) => member.id))
  const ids = [...new Set([ctx.actor.memberId, ...input.memberIds])]
  if (ids.some((id) => !editors.has(id))) throw new Refusal('notAnEditor')
  if ((await countTests(ctx.tx, issue.id, ids.length)) === 0) throw new Refusal('tooManyLetterTests')
  for (const memberId of ids)
    await enqueue(ctx, sendTestLetter, { issueId: issue.id, memberId, test: newId(ctx.now.getTime()) })
  return { sent: ids.length }
}
