import type { IssueCard, IssueReading } from '#modules/newsletters/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import type { Services } from '#platform/services.ts'
import { getReadable, getWork, viewerOf } from '../access.ts'
import { findEditionOf } from '../audience.ts'
import { sightsOf } from '../items.ts'
import { communitiesOf, languageFor, loadLetter, readBlocks } from '../letter.ts'
import { listArchive, listEditionNames } from '../queries/issues.ts'

/** Issues that left, newest first, as far as the caller may read them. */
export async function listIssues(
  ctx: MemberContext,
  query: { newsletter?: string; cursor?: string; limit?: number },
): Promise<{ items: IssueCard[]; next: string | null }> {
  const limit = query.limit ?? 20
  const rows = await listArchive(ctx.tx, viewerOf(ctx), {
    newsletterId: query.newsletter ?? null,
    after: readCursor(query.cursor, 'string', 'string'),
    limit,
  })
  return pageOf(
    rows,
    limit,
    (row) => [row.cursor, row.id],
    ({ cursor: _cursor, ...card }) => card,
  )
}

/**
 * An issue as the caller may read it now: their own edition, without what they may not see. `print`: what everybody at
 * work may read, of the chosen blocks, for a notice on a wall. Editors find theirs before it has left.
 */
export async function readIssue(
  ctx: MemberContext,
  services: Services,
  input: { issue: string; language?: 'fr' | 'en'; print?: boolean; edition?: string },
): Promise<IssueReading> {
  const work = await getWork(ctx, input.issue, 'write').catch(() => undefined)
  const { issue, newsletter } = work ?? (await getReadable(ctx, input.issue))
  const letter = await loadLetter(ctx, issue.id)
  const editions = await listEditionNames(ctx.tx, newsletter.id)
  const own = await findEditionOf(ctx.tx, newsletter.id, ctx.actor.memberId)
  // Another edition than one's own is for those who write.
  const editionId = work && input.edition && editions.has(input.edition) ? input.edition : own
  const language = languageFor(newsletter.languages, input.language ?? ctx.actor.language)
  const sight = input.print
    ? undefined
    : (await sightsOf(ctx, [ctx.actor.memberId], communitiesOf(letter))).get(ctx.actor.memberId)
  return {
    id: issue.id,
    newsletterId: newsletter.id,
    newsletterName: newsletter.name,
    title: issue.title,
    state: issue.state,
    at: (issue.startedAt ?? issue.scheduledFor ?? issue.createdAt).toISOString(),
    edition: (editionId && editions.get(editionId)) ?? null,
    languages: newsletter.languages,
    blocks: readBlocks(letter, {
      editionId,
      language,
      sight: input.print ? undefined : (sight ?? { reads: new Set(), joined: new Set(), isEmployee: false }),
      ...(input.print && { onlyPrinted: true }),
    }),
    address: `${services.config.publicUrl}/newsletters/${issue.id}`,
    mayEdit: work !== undefined,
  }
}
