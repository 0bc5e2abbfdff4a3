import { getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import type { BusinessClock } from '#modules/measurement/public.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import type { LadderLevel, Rhythm, WaitingQuestion } from '#modules/workbench/contract.ts'
import { ladderLevel, mayManagerReplyPlainly, urgentTags } from '../ladder.ts'
import { listPeopleWhoCouldAnswer, listRescueSteps, listWaitingQuestionRows } from '../queries/waiting.ts'
import type { WaitingQuestionRow } from '../queries/waiting.ts'
import { findRhythm, round } from '../rhythm.ts'
import { viewStep, viewWaitingPost } from '../views.ts'

/** Questions without an answer, oldest first, each with its step, what was done and who could answer. */
export async function listQuestionsToRescue(
  ctx: MemberContext,
  input: { community: string; level?: LadderLevel; cursor?: string; limit?: number },
): Promise<{ items: WaitingQuestion[]; next: string | null; rhythm: Rhythm }> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const { rhythm, clock } = await findRhythm(ctx, community)
  const [createdAt, id] = readCursor(input.cursor, 'string', 'string') as [string | null, string | null]
  const limit = input.limit ?? 20
  const rows = await listWaitingQuestionRows(ctx.tx, community.id, { after: createdAt && id ? { createdAt, id } : null, limit: limit + 1 })
  const page = pageOf(rows, limit, (row) => [row.exactAt, row.id], (row) => row)
  const questions = await viewQuestions(ctx, community, page.items, rhythm, clock)
  const items = input.level ? questions.filter(({ level }) => level === input.level) : questions
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: community.id,
    screen: 'rescue',
    purpose: 'rescueQuestions',
    subjects: [...new Set(items.flatMap((question) => [question.author.id, ...question.couldAnswer.map(({ member }) => member.id)]))],
    fields: ['name', 'post', 'waitingTime', 'subjects', 'timesAsked'],
  })
  return { items, next: page.next, rhythm }
}

/** The clock of one question for a manager's reply box; `question` is null once somebody answered. */
export async function readQuestionClock(
  ctx: MemberContext,
  input: { community: string; postId: string },
): Promise<{ question: WaitingQuestion | null; rhythm: Rhythm; replyIsFolded: boolean }> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const { rhythm, clock } = await findRhythm(ctx, community)
  const question = await findWaitingQuestion(ctx, community, input.postId, rhythm, clock)
  const isOwn = question?.author.id === ctx.actor.memberId
  return { question, rhythm, replyIsFolded: question !== null && !isOwn && !mayManagerReplyPlainly(question.level) }
}

export async function findWaitingQuestion(
  ctx: MemberContext,
  community: CommunityAccess,
  postId: string,
  rhythm: Rhythm,
  clock: BusinessClock,
): Promise<WaitingQuestion | null> {
  const rows = await listWaitingQuestionRows(ctx.tx, community.id, { postId, limit: 1 })
  return (await viewQuestions(ctx, community, rows, rhythm, clock))[0] ?? null
}

async function viewQuestions(
  ctx: MemberContext,
  community: CommunityAccess,
  rows: readonly WaitingQuestionRow[],
  rhythm: Rhythm,
  clock: BusinessClock,
): Promise<WaitingQuestion[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const steps = await listRescueSteps(ctx.tx, ids)
  const people = await listPeopleWhoCouldAnswer(ctx.tx, community.id, ids, ctx.now)
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
      couldAnswer: people
        .filter(({ postId }) => postId === row.id)
        .map(({ member, reason, askedThisWeek }) => ({ member, reason, askedThisWeek })),
    }
  })
}
