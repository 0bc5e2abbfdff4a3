import {
  addDemoClosure,
  addDemoMembers,
  createCommunity,
  grantRole,
  setDemoStage,
} from '#modules/communities/public.ts'
import { canvas, closing, dormant, path, reviews, wishes } from '#modules/demo/story/lifecycle.ts'
import { insertImportedPosts, refreshPostCards } from '#modules/discussions/public.ts'
import { addDemoPages } from '#modules/knowledge/public.ts'
import { addDemoLife, addDemoWishes } from '#modules/lifecycle/public.ts'
import { indexPages, indexPosts } from '#modules/search/public.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type { DemoStory } from '../build.ts'
import type { DemoPerson } from '../people.ts'
import { french } from '../typography.ts'

const day = 86_400_000
const bothWays = ({ fr, en }: { fr: string; en: string }): LocalText => ({ fr: french(fr), en })

/** Wishes, the history of the maintenance community, one that sleeps and one that closes. */
export async function addLifecycle(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const at = (days: number) => new Date(ctx.now.getTime() - days * day)
  const dayIn = (days: number) => at(-days).toISOString().slice(0, 10)
  const others = story.people.filter(({ key, guest }) => !key && !guest)
  const idOf = (key: string, index: number): string[] => {
    const found = key === '~' ? others[index * 7 + 3] : story.people.find((person) => person.key === key)
    return found ? [found.id] : []
  }
  await addDemoWishes(
    ctx,
    wishes.flatMap((wish, turn) => {
      const [memberId] = idOf(wish.by, 0)
      return memberId
        ? [
            {
              memberId,
              subject: french(wish.subject),
              problem: french(wish.problem),
              whoTalks: wish.whoTalks && french(wish.whoTalks),
              at: at(wish.daysAgo),
              supporterIds: wish.supporters.flatMap((key, index) => idOf(key, index + turn * 8)),
            },
          ]
        : []
    }),
  )
  const [claire] = idOf('claire', 0)
  const [nadia] = idOf('nadia', 0)
  const maintenance = ids.get('maintenance')
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  if (!claire || !nadia || !maintenance || !built) return
  const members = built.memberships.filter(({ person }) => !person.key && !person.guest)
  await addDemoLife(ctx, {
    communityId: maintenance,
    managerId: claire,
    path: path.map((step) => ({ ...step, reason: step.reason && french(step.reason), at: at(step.daysAgo) })),
    canvas: {
      ...canvas,
      whyCommunity: french(canvas.whyCommunity),
      valueInWords: french(canvas.valueInWords),
      firstContents: canvas.firstContents.map(french),
      rituals: canvas.rituals.map(french),
      reviewOn: dayIn(canvas.reviewInDays),
      coreIds: canvas.core.flatMap((key, index) =>
        key === '~' ? (members[index]?.person.id ?? []) : idOf(key, index),
      ),
    },
    day90: { at: at(reviews.day90.daysAgo), learnt: french(reviews.day90.learnt) },
    peer: { reviewerId: nadia, at: at(reviews.peer.daysAgo), word: french(reviews.peer.word) },
  })
  await addSleeping(ctx, at, dayIn, nadia, others)
  await addClosing(ctx, at, dayIn, { nadia, claire, maintenance }, others)
}

type Ago = (days: number) => Date
type DayIn = (days: number) => string

async function found(
  ctx: Context,
  place: typeof dormant | typeof closing,
  kind: 'interest' | 'project',
  foundedAt: Date,
  managers: readonly string[],
  members: readonly DemoPerson[],
  at: Ago,
): Promise<string> {
  const { id } = await createCommunity(
    ctx,
    {
      kind,
      name: bothWays(place.name),
      purpose: bothWays(place.purpose),
      visibility: 'open',
      charter: 'template',
    },
    { founderId: null, slug: place.slug, createdAt: foundedAt, demo: true },
  )
  await addDemoMembers(
    ctx,
    id,
    [...managers, ...members.map((person) => person.id)].map((memberId, index) => ({
      memberId,
      joinedAt: new Date(foundedAt.getTime() + index * 1.5 * day),
      invitedBy: null,
    })),
  )
  for (const memberId of managers)
    await grantRole(ctx, { community: id, memberId, role: 'manager', since: foundedAt })
  const posts = place.posts.map((post, index) => ({
    id: newId(at(post.daysAgo).getTime()),
    communityId: id,
    kind: 'discussion' as const,
    authorId: members[index]!.id,
    title: french(post.title),
    bodyMd: french(post.text),
    language: 'fr' as const,
    tags: [],
    createdAt: at(post.daysAgo),
  }))
  await insertImportedPosts(ctx, posts)
  const postIds = posts.map((post) => post.id)
  await refreshPostCards(ctx, postIds)
  await indexPosts(ctx, postIds)
  return id
}

async function addSleeping(
  ctx: Context,
  at: Ago,
  dayIn: DayIn,
  nadia: string,
  others: readonly DemoPerson[],
): Promise<void> {
  const members = others.slice(20, 38)
  const id = await found(ctx, dormant, 'interest', at(330), [nadia], members, at)
  await grantRole(ctx, { community: id, memberId: members[1]!.id, role: 'ambassador', since: at(200) })
  await setDemoStage(ctx, id, 'dormant', 0)
  await addDemoLife(ctx, {
    communityId: id,
    managerId: nadia,
    path: [
      { to: 'launched', at: at(320), reason: null, passed: [] },
      { to: 'growing', at: at(230), reason: null, passed: [] },
      { to: 'dormant', at: at(dormant.since), reason: french(dormant.reason), passed: ['lowVitality'] },
    ],
    revival: {
      begunAt: at(dormant.since - 1),
      steps: dormant.steps.map((step, index) => ({
        text: french(step.text),
        ownerId: index === 0 ? nadia : (members[index]?.id ?? null),
        dueOn: dayIn(step.daysFromNow),
        doneAt: step.isDone ? at(2) : null,
      })),
    },
  })
}

async function addClosing(
  ctx: Context,
  at: Ago,
  dayIn: DayIn,
  who: { nadia: string; claire: string; maintenance: string },
  others: readonly DemoPerson[],
): Promise<void> {
  const members = others.slice(40, 66)
  const id = await found(ctx, closing, 'project', at(300), [who.nadia, who.claire], members, at)
  const writer = members[2]!.id
  const pages = await addDemoPages(ctx, [
    {
      key: 'gmao',
      communityId: id,
      language: 'fr',
      template: 'procedure',
      title: french(closing.page.title),
      bodyMd: french(closing.page.text),
      tags: ['GMAO'],
      ownerId: writer,
      credits: [{ memberId: writer, part: 'wrote' }],
      at: at(70),
      reviewOn: dayIn(200),
      changes: [],
      translates: null,
      postId: null,
      withdrawn: null,
    },
  ])
  const pageId = pages.get('gmao')!
  await indexPages(ctx, [pageId])
  const announcedAt = at(closing.announcedDaysAgo)
  const closesOn = dayIn(closing.closesInDays)
  await addDemoClosure(ctx, {
    communityId: id,
    announcedAt,
    closesOn,
    byMemberId: who.nadia,
    reason: french(closing.reason),
    whereNext: french(closing.whereNext),
    stageBefore: 'mature',
  })
  await setDemoStage(ctx, id, 'closing', 0)
  await addDemoLife(ctx, {
    communityId: id,
    managerId: who.nadia,
    path: [
      { to: 'launched', at: at(290), reason: null, passed: [] },
      { to: 'growing', at: at(220), reason: null, passed: [] },
      { to: 'mature', at: at(120), reason: null, passed: [] },
      { to: 'closing', at: announcedAt, reason: french(closing.reason), passed: [] },
    ],
    closing: {
      announcedAt,
      closesOn,
      stageBefore: 'mature',
      coreWord: french(closing.coreWord),
      reason: french(closing.reason),
      whereNext: french(closing.whereNext),
      thanks: french(closing.thanks),
      lastEvent: french(closing.lastEvent),
      lastEventOn: dayIn(closing.lastEventInDays),
      lessons: french(closing.lessons),
      reopening: french(closing.reopening),
    },
    offer: { pageId, to: who.maintenance, at: at(6) },
  })
}
