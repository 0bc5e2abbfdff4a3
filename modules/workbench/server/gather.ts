import type { CommunityAccess } from '#modules/communities/public.ts'
import { listOpenReports } from '#modules/moderation/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import type { MorningCard } from '../contract.ts'
import {
  listAbsentFor,
  listAmbassadorCards,
  listPeopleToThank,
  listPromisesDue,
  listSlotsDue,
  readDueReviews,
} from './doors.ts'
import { ladderLevel, urgentTags } from './ladder.ts'
import { handedBy, isHidden, mostCards } from './morning.ts'
import { listPagesToReview } from './queries/away.ts'
import { listCardDecisions, listDuePromises, listThanksToGive } from './queries/morning.ts'
import type { DecisionRow } from './queries/morning.ts'
import { listFirstPostsWithoutReply, listWaitingQuestions } from './queries/waiting.ts'
import type { WaitingQuestionRow } from './queries/waiting.ts'
import { findRhythm, ladderInstants, round } from './rhythm.ts'
import type { Beat } from './rhythm.ts'
import { viewWaitingPost } from './views.ts'

export interface Gathered {
  /** Every card that this manager has to see, before the limit of seven. */
  all: MorningCard[]
  total: number
  decisions: DecisionRow[]
  beat: Beat
  today: string
}

/** A slot without a voice is worth a card a week before its day; one that has one, the day before. */
const slotDays = { withoutSpeaker: 7, withSpeaker: 1 }

/** All that needs a manager now, from every source, without what they have decided about. */
export async function gatherCards(ctx: MemberContext, community: CommunityAccess): Promise<Gathered> {
  const viewerId = ctx.actor.memberId
  const beat = await findRhythm(ctx, community)
  const { rhythm, clock } = beat
  const today = dayIn(beat.timezone, ctx.now)
  const decisions = await listCardDecisions(ctx.tx, community.id)
  const absent = await listAbsentFor(ctx, community.id, today)
  const absentIds = absent.map(({ id }) => id)
  const hides = (key: string): boolean => isHidden(key, viewerId, decisions, ctx.now, absentIds)
  const card = (
    key: string,
    kind: MorningCard['kind'],
    member: MemberCard | null,
    more: Partial<MorningCard> = {},
  ): MorningCard => {
    const handed = handedBy(key, viewerId, decisions, absentIds)
    return {
      card: key,
      kind,
      about: null,
      post: null,
      object: null,
      member,
      waited: null,
      level: null,
      promisedFor: null,
      helped: null,
      delegatedBy: handed && handed.by.id !== viewerId ? handed.by : null,
      word: handed && handed.by.id !== viewerId ? handed.note : null,
      standingInFor: absent.find(({ id }) => id === handed?.delegatedTo) ?? null,
      couldAnswer: [],
      ...more,
    }
  }

  const reports = await listOpenReports(ctx, community.id)
  const newcomers = await listFirstPostsWithoutReply(ctx.tx, community.id, ctx.now)
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
  const questionCard = (row: WaitingQuestionRow): MorningCard => {
    const waited = clock.hoursBetween(row.createdAt, ctx.now)
    const isUrgent = row.tags.some((tag) => (urgentTags as readonly string[]).includes(tag.toLowerCase()))
    const level = ladderLevel({ waited, isFirstOfAuthor: row.isFirstOfAuthor, isUrgent }, rhythm.thresholds)
    return card(`question:${row.id}:${level}`, 'question', row.author, {
      post: viewWaitingPost(row),
      waited: round(waited),
      level,
    })
  }
  const all = [
    // The words that were reported are read where one can act on them; here only that there are some.
    ...reports.map((report) => card(`safety:${report.id}:${report.waiting}`, 'safety', report.author)),
    ...newcomers.map((post) =>
      card(`newcomer:${post.id}`, 'newcomer', post.author, {
        post: viewWaitingPost(post),
        waited: round(clock.hoursBetween(post.createdAt, ctx.now)),
      }),
    ),
    ...questions.map(questionCard),
    ...(await promiseCards(ctx, community, beat, today, absent, card)),
    ...(await ambassadorCards(ctx, community, card)),
    ...(await slotCards(ctx, community, today, card)),
    ...(await thanksCards(ctx, community, decisions, card)),
  ].filter(({ card: key }) => !hides(key))
  return {
    all,
    total: all.length - questions.length + (questions[0]?.total ?? 0),
    decisions,
    beat,
    today,
  }
}

type MakeCard = (
  key: string,
  kind: MorningCard['kind'],
  member: MemberCard | null,
  more?: Partial<MorningCard>,
) => MorningCard

/** What was promised and is due: answers, decisions on what was heard, pages to review, reviews of the life cycle. */
async function promiseCards(
  ctx: MemberContext,
  community: CommunityAccess,
  { timezone }: Beat,
  today: string,
  absent: readonly MemberCard[],
  card: MakeCard,
): Promise<MorningCard[]> {
  const workbench = `/communities/${community.slug}/workbench`
  const answers = await listDuePromises(ctx.tx, community.id, ctx.now, timezone)
  const themes = await listPromisesDue(ctx, community.id, today)
  const owners = [ctx.actor.memberId, ...absent.map(({ id }) => id)]
  const pages = await listPagesToReview(ctx.tx, community.id, owners, today)
  const reviews = await readDueReviews(ctx, community.id)
  return [
    ...answers.map((row) =>
      card(`promise:${row.stepId}`, 'promise', row.owner, {
        about: 'answer',
        post: viewWaitingPost(row),
        promisedFor: row.promisedFor,
      }),
    ),
    ...themes.map((theme) =>
      card(`promise:${theme.themeId}:${theme.state}`, 'promise', theme.decider, {
        about: 'theme',
        object: { title: theme.title, path: `${workbench}/listening?theme=${theme.themeId}` },
        promisedFor: theme.due,
      }),
    ),
    ...pages.map((page) =>
      card(`promise:${page.id}:page-${page.reviewOn}`, 'promise', page.owner, {
        about: 'page',
        object: { title: page.title, path: `/pages/${page.id}` },
        promisedFor: page.reviewOn,
        ...(page.owner.id !== ctx.actor.memberId && { standingInFor: page.owner }),
      }),
    ),
    ...reviews
      .filter(({ on }) => on <= today)
      .map(({ id, kind, on }) =>
        card(`promise:${id}:${kind}`, 'promise', null, {
          about: 'review',
          object: { title: kind, path: `${workbench}/life` },
          promisedFor: on,
        }),
      ),
  ].toSorted((a, b) => (a.promisedFor ?? '').localeCompare(b.promisedFor ?? ''))
}

/** Steps of ambassadors that wait for whoever animates: a call, a talk, a meeting, a mandate that ends. */
async function ambassadorCards(
  ctx: MemberContext,
  community: CommunityAccess,
  card: MakeCard,
): Promise<MorningCard[]> {
  const steps = await listAmbassadorCards(ctx, community.id)
  return steps.map((one) =>
    card(`ambassador:${one.id}`, 'ambassador', one.member, {
      about: one.kind,
      object: {
        title: one.title,
        path: `/communities/${community.slug}/workbench/ambassadors?${one.path}`,
      },
      promisedFor: /^\d{4}-\d{2}-\d{2}$/.test(one.dueOn) ? one.dueOn : null,
    }),
  )
}

async function slotCards(
  ctx: MemberContext,
  community: CommunityAccess,
  today: string,
  card: MakeCard,
): Promise<MorningCard[]> {
  const slots = await listSlotsDue(ctx, community.id, daysAfter(today, slotDays.withoutSpeaker))
  return slots
    .filter(({ on, speaker }) => !speaker || on <= daysAfter(today, slotDays.withSpeaker))
    .map((slot) =>
      card(`editorial:${slot.id}:${slot.on}`, 'editorial', slot.speaker, {
        object: {
          title: slot.title,
          path: `/communities/${community.slug}/workbench/calendar?slot=${slot.id}`,
        },
        promisedFor: slot.on,
      }),
    )
}

/** Answers that served, then the other public acts that recognition noticed; one card a person. */
async function thanksCards(
  ctx: MemberContext,
  community: CommunityAccess,
  decisions: readonly DecisionRow[],
  card: MakeCard,
): Promise<MorningCard[]> {
  const answers = await listThanksToGive(ctx.tx, community.id, ctx.actor.memberId, ctx.now)
  const others = await listPeopleToThank(ctx, community.id, 5)
  // A word said through one card is enough, whatever else the person did.
  const thanked = decisions.flatMap(({ card: key, decision }) =>
    decision === 'done' && key.startsWith('thanks:') ? [key.split(':')[1]!] : [],
  )
  const named = new Set([ctx.actor.memberId, ...thanked, ...answers.map(({ member }) => member.id)])
  return [
    ...answers.map((row) =>
      card(`thanks:${row.member.id}:${row.commentId}`, 'thanks', row.member, {
        about: 'answer',
        post: viewWaitingPost(row),
        helped: row.helped < 5 ? null : row.helped,
      }),
    ),
    ...others
      .filter(({ member }) => !named.has(member.id))
      .map((one) =>
        card(
          `thanks:${one.member.id}:${one.for.postId ?? one.for.pageId ?? one.for.kind}`,
          'thanks',
          one.member,
          {
            about: 'act',
            object: {
              title: one.for.title ?? '',
              path: one.for.pageId
                ? `/pages/${one.for.pageId}`
                : one.for.postId
                  ? `/posts/${one.for.postId}`
                  : `/people/${one.member.id}`,
            },
          },
        ),
      ),
  ]
}

/** The calendar day of a moment where the community is. */
export const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at)
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
