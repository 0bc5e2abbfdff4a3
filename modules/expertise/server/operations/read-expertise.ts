import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Confirmation, Evidence, Expertise } from '#modules/expertise/contract.ts'
import { findSeenExpertise, listConfirmations, listDemonstrated, listEvidenceOf } from '../queries/profile.ts'
import { dayOf, viewerOf } from '../shared.ts'

/** What somebody knows, within what the viewer may see and read. Three statements; 404 for people out of sight. */
export async function readExpertise(ctx: MemberContext, memberId: string): Promise<Expertise> {
  const viewer = viewerOf(ctx)
  const seen = await findSeenExpertise(ctx.tx, viewer, memberId, dayOf(ctx.now))
  if (!seen) throw new Refusal('notFound')
  // Somebody who left keeps their name on what they wrote, and nothing else.
  if (seen.isFormer)
    return {
      declared: [],
      demonstrated: [],
      projects: [],
      interests: [],
      absence: null,
      can: { confirm: false },
    }
  const confirmations = await listConfirmations(ctx.tx, viewer, memberId)
  const of = (key: string): Confirmation[] =>
    confirmations
      .filter((row) => row.skillKey === key)
      .map(({ id, by, occasion, at, isHidden }) => ({
        id,
        by,
        occasion,
        at: at.toISOString(),
        isHidden,
        isMine: by.id === viewer.memberId,
      }))
  return {
    declared: seen.askMeAbout.map((skill, index) => {
      const key = seen.keys[index]!
      const given = of(key)
      return {
        skill,
        isNamedExpert: seen.namedKeys.includes(key),
        confirmations: given,
        isConfirmedByMe: given.some((one) => one.isMine),
      }
    }),
    demonstrated: await listDemonstrated(ctx.tx, viewer, memberId, ctx.actor.language),
    projects: seen.projects,
    interests: seen.interests,
    absence: seen.absence,
    can: { confirm: memberId !== viewer.memberId && seen.seesViewer },
  }
}

/** The texts behind a subject that this viewer may read, newest first. */
export async function listEvidence(
  ctx: MemberContext,
  memberId: string,
  input: { subject: string; cursor?: string; limit?: number },
): Promise<{ items: Evidence[]; next: string | null }> {
  const viewer = viewerOf(ctx)
  const seen = await findSeenExpertise(ctx.tx, viewer, memberId, dayOf(ctx.now))
  if (!seen || seen.isFormer) throw new Refusal('notFound')
  const [at, id] = readCursor(input.cursor, 'string', 'string') as [string | null, string | null]
  const limit = input.limit ?? 20
  const rows = await listEvidenceOf(ctx.tx, viewer, memberId, input.subject, ctx.actor.language, {
    before: at && id ? { at, id } : null,
    limit: limit + 1,
  })
  return pageOf(
    rows,
    limit,
    (row) => [row.exactAt, row.id],
    ({ exactAt: _exactAt, ...row }) => ({ ...row, at: row.at.toISOString() }),
  )
}
