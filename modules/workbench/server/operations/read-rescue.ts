import { getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import { proposeExperts } from '#modules/expertise/public.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { LadderLevel, Neighbour, Rhythm, WaitingQuestion } from '#modules/workbench/contract.ts'
import { ladderLevel, mayManagerReplyPlainly, urgentTags } from '../ladder.ts'
import { findIsShareable, listNeighbours } from '../queries/neighbours.ts'
import { listRescueSteps, findWaitingQuestionRow, listWaitingQuestions } from '../queries/waiting.ts'
import type { WaitingQuestionRow } from '../queries/waiting.ts'
import { findRhythm, ladderInstants, round } from '../rhythm.ts'
import type { Beat } from '../rhythm.ts'
import { viewStep, viewWaitingPost } from '../views.ts'

/** Questions without an answer, oldest first, each with its step, what was done and who could answer. */
export async function listQuestionsToRescue(
  ctx: MemberContext,
  input: { community: string; level?: LadderLevel; cursor?: string; limit?: number },
): Promise<{ items: WaitingQuestion[]; next: string | null; total: number; rhythm: Rhythm }> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const beat = await findRhythm(ctx, community)
  const [createdAt, id] = readCursor(input.cursor, 'string', 'string') as [string | null, string | null]
  const limit = input.limit ?? 20
  const filter = {
    instants: ladderInstants(beat, ctx.now),
    urgentTags,
    ...(input.level && { levels: [input.level] }),
  }
  const rows = await listWaitingQuestions(ctx.tx, community.id, filter, {
    after: createdAt && id ? { createdAt, id } : null,
    limit: limit + 1,
  })
  const page = pageOf(
    rows,
    limit,
    (row) => [row.exactAt, row.id],
    (row) => row,
  )
  const items = await viewQuestions(ctx, community, page.items, beat)
  await noteLook(ctx, community, items)
  return { items, next: page.next, total: rows[0]?.total ?? 0, rhythm: beat.rhythm }
}

/** The clock of one question for a manager's reply box; `question` is null once somebody answered. */
export async function readQuestionClock(
  ctx: MemberContext,
  input: { community: string; postId: string },
): Promise<{ question: WaitingQuestion | null; rhythm: Rhythm; replyIsFolded: boolean }> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const beat = await findRhythm(ctx, community)
  const question = await findWaitingQuestion(ctx, community, input.postId, beat)
  if (question) await noteLook(ctx, community, [question])
  return { question, rhythm: beat.rhythm, replyIsFolded: question !== null && isFolded(ctx, question) }
}

/** A manager's own question is theirs to add to. */
export const isFolded = (ctx: MemberContext, question: WaitingQuestion): boolean =>
  question.author.id !== ctx.actor.memberId && !mayManagerReplyPlainly(question.level)

/** Who was shown to a manager, with their load, finds it in their own access log. */
function noteLook(
  ctx: MemberContext,
  community: CommunityAccess,
  questions: readonly WaitingQuestion[],
): Promise<void> {
  return logAccess(ctx, {
    viewerRole: 'manager',
    communityId: community.id,
    screen: 'rescue',
    purpose: 'rescueQuestions',
    subjects: [
      ...new Set(
        questions.flatMap((question) => [
          question.author.id,
          ...question.couldAnswer.map(({ member }) => member.id),
        ]),
      ),
    ],
    fields: ['name', 'post', 'waitingTime', 'subjects', 'timesAsked'],
  })
}

export async function findWaitingQuestion(
  ctx: MemberContext,
  community: CommunityAccess,
  postId: string,
  beat: Beat,
): Promise<WaitingQuestion | null> {
  const row = await findWaitingQuestionRow(ctx.tx, community.id, postId)
  return row ? ((await viewQuestions(ctx, community, [row], beat))[0] ?? null) : null
}

async function viewQuestions(
  ctx: MemberContext,
  community: CommunityAccess,
  rows: readonly WaitingQuestionRow[],
  { rhythm, clock }: Beat,
): Promise<WaitingQuestion[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const steps = await listRescueSteps(ctx.tx, ids, {
    memberId: ctx.actor.memberId,
    isEmployee: ctx.actor.memberKind === 'employee',
  })
  const people = await proposeExperts(ctx, {
    communityId: community.id,
    postIds: ids,
    without: [ctx.actor.memberId],
  })
  return rows.map((row) => {
    const waited = clock.hoursBetween(row.createdAt, ctx.now)
    const isUrgent = row.tags.some((tag) => (urgentTags as readonly string[]).includes(tag.toLowerCase()))
    return {
      ...viewWaitingPost(row),
      waited: round(waited),
      level: ladderLevel({ waited, isFirstOfAuthor: row.isFirstOfAuthor, isUrgent }, rhythm.thresholds),
      isFirstOfAuthor: row.isFirstOfAuthor,
      isUrgent,
      steps: steps.filter(({ postId }) => postId === row.id).map(viewStep),
      couldAnswer: people.get(row.id) ?? [],
    }
  })
}

/** Where this question could be asked, with why; only the manager's own communities. Refusal `questionNotWaiting`. */
export async function readNeighbours(
  ctx: MemberContext,
  input: { community: string; postId: string },
): Promise<{ isShareable: boolean; items: Neighbour[] }> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  if (!(await findWaitingQuestionRow(ctx.tx, community.id, input.postId)))
    throw new Refusal('questionNotWaiting')
  const viewer = { memberId: ctx.actor.memberId, isEmployee: ctx.actor.memberKind === 'employee' }
  return {
    isShareable: await findIsShareable(ctx.tx, community.id),
    items: await listNeighbours(ctx.tx, community.id, input.postId, viewer),
  }
}
