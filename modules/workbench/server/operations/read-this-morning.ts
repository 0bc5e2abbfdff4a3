import { getCommunityFor } from '#modules/communities/public.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import type { MorningCard, Rhythm } from '#modules/workbench/contract.ts'
import { ladderLevel, urgentTags } from '../ladder.ts'
import { arrange, isHidden } from '../morning.ts'
import { countManagers, listCardDecisions, listDuePromises, listThanksToGive } from '../queries/morning.ts'
import { listFirstPostsWithoutReply, listWaitingQuestionRows } from '../queries/waiting.ts'
import type { WaitingPostRow, WaitingQuestionRow } from '../queries/waiting.ts'
import { findRhythm, round } from '../rhythm.ts'
import { viewWaitingPost } from '../views.ts'

/** Enough questions to fill seven cards even when most were put off. */
const questionsRead = 60

export interface ThisMorning {
  cards: MorningCard[]
  /** How many cards there would be without the limit of seven. */
  waitingInAll: number
  rhythm: Rhythm
  hasSecondManager: boolean
}

/** What needs the manager now. Ten statements; the people shown find the look in their access log. */
export async function readThisMorning(ctx: MemberContext, communityKey: string): Promise<ThisMorning> {
  const community = await getCommunityFor(ctx, communityKey, 'manage')
  const { rhythm, clock } = await findRhythm(ctx, community)
  const questions = await listWaitingQuestionRows(ctx.tx, community.id, { limit: questionsRead })
  const newcomers = await listFirstPostsWithoutReply(ctx.tx, community.id, ctx.now)
  const promises = await listDuePromises(ctx.tx, community.id, ctx.now)
  const thanks = await listThanksToGive(ctx.tx, community.id, ctx.actor.memberId, ctx.now)
  const decisions = await listCardDecisions(ctx.tx, community.id)

  const blank = { waited: null, level: null, promisedFor: null, helped: null, delegatedBy: null }
  const card = (key: string, kind: MorningCard['kind'], post: WaitingPostRow, more: Partial<MorningCard> = {}): MorningCard => ({
    ...blank,
    card: key,
    kind,
    post: viewWaitingPost(post),
    member: post.author,
    delegatedBy: decisions.find((d) => d.card === key && d.delegatedTo === ctx.actor.memberId)?.by ?? null,
    ...more,
  })
  const questionCard = (row: WaitingQuestionRow): MorningCard => {
    const waited = clock.hoursBetween(row.createdAt, ctx.now)
    const isUrgent = row.tags.some((tag) => (urgentTags as readonly string[]).includes(tag.toLowerCase()))
    const level = ladderLevel({ waited, isFirstOfAuthor: row.isFirstOfAuthor, isUrgent }, rhythm.thresholds)
    return card(`question:${row.id}:${level}`, 'question', row, { waited: round(waited), level })
  }
  const firstPosts = new Set(newcomers.map((post) => post.id))
  const all = [
    ...newcomers.map((post) => card(`newcomer:${post.id}`, 'newcomer', post, { waited: round(clock.hoursBetween(post.createdAt, ctx.now)) })),
    // A first post that is a question is one card, not two.
    ...questions.filter((row) => !firstPosts.has(row.id)).map(questionCard).filter((question) => question.level !== 'L0'),
    ...promises.map((row) => card(`promise:${row.stepId}`, 'promise', row, { member: row.owner, promisedFor: row.promisedFor })),
    ...thanks.map((row) => card(`thanks:${row.member.id}:${row.commentId}`, 'thanks', row, { member: row.member, helped: row.helped })),
  ].filter(({ card: key }) => !isHidden(key, ctx.actor.memberId, decisions, ctx.now))
  const cards = arrange(all)
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: community.id,
    screen: 'thisMorning',
    purpose: 'animate',
    subjects: [...new Set(cards.map(({ member }) => member.id))],
    fields: ['name', 'post', 'waitingTime'],
  })
  return { cards, waitingInAll: all.length, rhythm, hasSecondManager: (await countManagers(ctx.tx, community.id)) > 1 }
}
