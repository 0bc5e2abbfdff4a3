import { getCommunityFor } from '#modules/communities/public.ts'
import { proposeExperts } from '#modules/expertise/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { listOpenReports } from '#modules/moderation/public.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import type { MorningCard, Rhythm } from '#modules/workbench/contract.ts'
import { ladderLevel, urgentTags } from '../ladder.ts'
import { arrange, isHidden, mostCards } from '../morning.ts'
import {
  listCardDecisions,
  listDuePromises,
  listOtherManagers,
  listThanksToGive,
} from '../queries/morning.ts'
import { listFirstPostsWithoutReply, listWaitingQuestions } from '../queries/waiting.ts'
import type { WaitingPostRow, WaitingQuestionRow } from '../queries/waiting.ts'
import { findRhythm, ladderInstants, round } from '../rhythm.ts'
import { viewWaitingPost } from '../views.ts'

export interface ThisMorning {
  cards: MorningCard[]
  /** How many cards there would be without the limit of seven. */
  waitingInAll: number
  rhythm: Rhythm
  /** Whom a card can be handed to; nobody means that the manager is alone, which the screen says. */
  otherManagers: MemberCard[]
}

/** What needs the manager now. At most thirteen statements; the people shown find the look in their access log. */
export async function readThisMorning(ctx: MemberContext, communityKey: string): Promise<ThisMorning> {
  const community = await getCommunityFor(ctx, communityKey, 'manage')
  const beat = await findRhythm(ctx, community)
  const { rhythm, clock } = beat
  const decisions = await listCardDecisions(ctx.tx, community.id)
  const hides = (key: string): boolean => isHidden(key, ctx.actor.memberId, decisions, ctx.now)
  const reports = await listOpenReports(ctx, community.id)
  const newcomers = await listFirstPostsWithoutReply(ctx.tx, community.id, ctx.now)
  const promises = await listDuePromises(ctx.tx, community.id, ctx.now, beat.timezone)
  const thanks = await listThanksToGive(ctx.tx, community.id, ctx.actor.memberId, ctx.now)
  const questions = await listWaitingQuestions(
    ctx.tx,
    community.id,
    {
      instants: ladderInstants(beat, ctx.now),
      urgentTags,
      levels: ['L1', 'L2', 'L3', 'L4'],
      withoutCards: decisions.map((decision) => decision.card).filter(hides),
      // A first post that is a question is one card, not two; a promised answer is left to its date.
      withoutPosts: newcomers.map((post) => post.id),
      withoutPromised: true,
    },
    // The newest of those past their time: somebody is still there to hear the answer.
    { newestFirst: true, limit: mostCards },
  )

  const blank = {
    waited: null,
    level: null,
    promisedFor: null,
    helped: null,
    delegatedBy: null,
    couldAnswer: [],
  }
  const card = (
    key: string,
    kind: MorningCard['kind'],
    post: WaitingPostRow,
    more: Partial<MorningCard> = {},
  ): MorningCard => ({
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
  const all = [
    // The words that were reported are read where one can act on them; here only that there are some.
    ...reports.map((report) => ({
      ...blank,
      card: `safety:${report.id}:${report.waiting}`,
      kind: 'safety' as const,
      post: null,
      member: report.author,
    })),
    ...newcomers.map((post) =>
      card(`newcomer:${post.id}`, 'newcomer', post, {
        waited: round(clock.hoursBetween(post.createdAt, ctx.now)),
      }),
    ),
    ...questions.map(questionCard),
    ...promises.map((row) =>
      card(`promise:${row.stepId}`, 'promise', row, { member: row.owner, promisedFor: row.promisedFor }),
    ),
    ...thanks.map((row) =>
      card(`thanks:${row.member.id}:${row.commentId}`, 'thanks', row, {
        member: row.member,
        helped: row.helped < 5 ? null : row.helped,
      }),
    ),
  ].filter(({ card: key }) => !hides(key))
  const arranged = arrange(all)
  const asked = arranged.flatMap(({ kind, post }) => (kind === 'question' && post ? [post.id] : []))
  const people = await proposeExperts(ctx, {
    communityId: community.id,
    postIds: asked,
    without: [ctx.actor.memberId],
  })
  const cards = arranged.map((one) => ({
    ...one,
    couldAnswer: (one.kind === 'question' && one.post && people.get(one.post.id)) || [],
  }))
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: community.id,
    screen: 'thisMorning',
    purpose: 'animate',
    subjects: [
      ...new Set(cards.flatMap((one) => [one.member.id, ...one.couldAnswer.map(({ member }) => member.id)])),
    ],
    fields: ['name', 'post', 'waitingTime', 'subjects', 'timesAsked'],
  })
  return {
    cards,
    waitingInAll: all.length - questions.length + (questions[0]?.total ?? 0),
    rhythm,
    otherManagers: await listOtherManagers(ctx.tx, community.id, ctx.actor.memberId),
  }
}
