import {
  addDemoMembers,
  createCommunity,
  grantRole,
  setDemoStage,
  writeCanvas,
} from '#modules/communities/public.ts'
import { cast } from '#modules/demo/story/cast.ts'
import { entities, sites } from '#modules/demo/story/company.ts'
import {
  addDemoLife,
  insertImportedAcceptances,
  insertImportedClosures,
  insertImportedComments,
  insertImportedPosts,
  refreshPostCards,
} from '#modules/discussions/public.ts'
import { addDemoPresence } from '#modules/measurement/public.ts'
import { addDemoNotices } from '#modules/notifications/public.ts'
import { addDemoPlaces, createMembers, createOrganisation, hasDemoPeople } from '#modules/people/public.ts'
import { indexPosts } from '#modules/search/public.ts'
import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { buildStory, placeId } from './build.ts'
import type { BuiltCommunity, DemoStory } from './build.ts'
import { addEverywhere } from './parts/discussions.ts'
import { addCalendar } from './parts/editorial.ts'
import { addPractice } from './parts/practice.ts'
import { addKinds } from './parts/kinds.ts'
import { addProblems } from './parts/problems.ts'
import { addExpertise } from './parts/expertise.ts'
import { addKnowledge } from './parts/knowledge.ts'
import { addListening } from './parts/listening.ts'
import { addLifecycle } from './parts/lifecycle.ts'
import { addProgrammes } from './parts/programmes.ts'
import { addNewsletters } from './parts/newsletters.ts'
import { addCampaigns } from './parts/campaigns.ts'
import { addPulse } from './parts/pulse.ts'
import { addAmbassadors } from './parts/ambassadors.ts'
import { addSponsorship } from './parts/sponsorship.ts'
import { addDebates } from './parts/debates.ts'
import { addTurns } from './parts/turns.ts'
import { addTrials } from './parts/trials.ts'
import { addRadar } from './parts/radar.ts'
import { addMailings } from './parts/mailings.ts'
import { addFigures, addReleases } from './parts/measurement.ts'
import { addModeration } from './parts/moderation.ts'
import { addGatherings } from './parts/gatherings.ts'
import { addPolls } from './parts/polls.ts'
import { addThanks } from './parts/recognition.ts'
import { addReports } from './parts/reports.ts'
import { addSearches } from './parts/search.ts'
import { addWorkbench } from './parts/workbench.ts'
import { displayName, emailOf } from './people.ts'

export interface DemoReport {
  people: number
  communities: number
  posts: number
  comments: number
}

/** How many steps `onStep` will be told of. */
export const demoSteps = 8

/**
 * Loads the demo company in the caller's transaction: all of it or nothing. Refuses demoAlreadyLoaded. Nobody is
 * notified; what its people wrote counts in every figure of its communities, and nowhere else.
 */
export async function loadDemo(
  ctx: Context,
  onStep: (done: number, what: string) => void = () => {},
): Promise<DemoReport> {
  if (await hasDemoPeople(ctx)) throw new Refusal('demoAlreadyLoaded')
  const story = buildStory(ctx.now)
  onStep(0, 'people')
  const places = await addPlaces(ctx, story)
  await addPeople(ctx, story, places)
  const report: DemoReport = { people: story.people.length, communities: 0, posts: 0, comments: 0 }
  const ids = new Map<string, string>()
  for (const built of story.communities) {
    onStep(++report.communities, built.community.slug)
    ids.set(built.community.slug, await addCommunity(ctx, built, places.sites))
    report.posts += built.posts.length
    report.comments += built.posts.reduce((sum, post) => sum + post.comments.length, 0)
  }
  await addEverywhere(ctx, story, ids)
  await addExpertise(ctx, story)
  await addGatherings(ctx, story, ids)
  await addPolls(ctx, story, ids)
  await addModeration(ctx, story, ids)
  await addKnowledge(ctx, story, ids)
  await addMailings(ctx, story, ids)
  await addSearches(ctx, ids)
  await addLifecycle(ctx, story, ids)
  await addFigures(ctx, story, ids)
  await addReleases(ctx, ids)
  await addWorkbench(ctx, story, ids)
  await addListening(ctx, story, ids)
  await addThanks(ctx, story, ids)
  await addProblems(ctx, ids)
  await addKinds(ctx, story, ids)
  // After the problem, the figures and what was heard: reports carry them.
  await addReports(ctx, story, ids)
  await addCalendar(ctx, story, ids)
  await addPractice(ctx, story, ids)
  // Programmes first: the others hang on them; the radar reads all of them.
  await addProgrammes(ctx, story, ids)
  await addSponsorship(ctx, story, ids)
  await addAmbassadors(ctx, story, ids)
  await addTurns(ctx, story, ids)
  await addTrials(ctx, story, ids)
  await addPulse(ctx, story, ids)
  await addDebates(ctx, story, ids)
  await addCampaigns(ctx, story, ids)
  await addNewsletters(ctx, story, ids)
  await addRadar(ctx, story, ids)
  // Last: it looks at all that was written.
  await addDemoNotices(ctx)
  return report
}

interface Places {
  sites: Map<string, string>
  entities: Map<string, string>
  partnerId: string
}

async function addPlaces(ctx: Context, story: DemoStory): Promise<Places> {
  const partnerId = placeId(story.start, 100)
  const ids = await addDemoPlaces(ctx, {
    sites: sites.map(({ name, country, timezone, opens, closes }, index) => ({
      id: placeId(story.start, index),
      name,
      country,
      timezone,
      opens,
      closes,
    })),
    entities: entities.map(({ name }, index) => ({ id: placeId(story.start, 20 + index), name })),
    partner: { id: partnerId, name: 'Roulements Vasseur' },
  })
  return { ...ids, partnerId }
}

async function addPeople(ctx: Context, story: DemoStory, places: Places): Promise<void> {
  const nameOf = (list: readonly { key: string; name: string }[], key: string | null) =>
    list.find((place) => place.key === key)?.name.toLowerCase() ?? ''
  await createMembers(
    ctx,
    story.people.map((person) => ({
      id: person.id,
      kind: person.guest ? ('guest' as const) : ('employee' as const),
      partnerId: person.guest ? places.partnerId : null,
      state: 'active' as const,
      email: emailOf(person),
      displayName: displayName(person),
      givenName: person.given,
      familyName: person.family,
      pronouns: person.pronouns,
      jobTitle: person.jobTitle,
      about: person.about,
      askMeAbout: person.askMeAbout,
      entityId: places.entities.get(nameOf(entities, person.entity)) ?? null,
      siteId: places.sites.get(nameOf(sites, person.site)) ?? null,
      languages: person.languages,
      interfaceLanguage: person.interfaceLanguage,
      demo: true,
      demoCast: person.key ? castKey(person.key) : null,
      createdAt: person.createdAt,
    })),
  )
}

/** Sorts as the story introduces its people. */
const castKey = (key: string): string => `${cast.findIndex((member) => member.key === key) + 1}-${key}`

async function addCommunity(
  ctx: Context,
  built: BuiltCommunity,
  siteIds: Map<string, string>,
): Promise<string> {
  const { community } = built
  const site = sites.find(({ key }) => key === community.site)
  const { id } = await createCommunity(
    ctx,
    {
      kind: community.kind,
      name: community.name,
      purpose: community.purpose,
      visibility: community.visibility,
      partnersAdmitted: community.partnersAdmitted ?? false,
      languages: [...community.languages],
      accent: community.accent as never,
      siteId: (site && siteIds.get(site.name.toLowerCase())) ?? null,
      charter: 'template',
    },
    { founderId: null, slug: community.slug, createdAt: built.foundedAt, demo: true },
  )
  await addDemoMembers(
    ctx,
    id,
    built.memberships.map(({ person, joinedAt, invitedBy }) => ({
      memberId: person.id,
      joinedAt,
      invitedBy,
    })),
  )
  for (const role of built.roles) await grantRole(ctx, { community: id, ...role, since: built.foundedAt })
  if (community.canvas) await addCanvas(ctx, id, built)
  await addConversations(ctx, id, built)
  await addDemoPresence(ctx, id, built.presence)
  await setDemoStage(ctx, id, community.stage, 3)
  return id
}

async function addCanvas(
  ctx: Context,
  communityId: string,
  { community, roles }: BuiltCommunity,
): Promise<void> {
  const canvas = community.canvas!
  const monthsAway = (months: number): string => {
    const day = new Date(ctx.now)
    day.setUTCMonth(day.getUTCMonth() + months, 1)
    return day.toISOString().slice(0, 10)
  }
  await writeCanvas(ctx, communityId, {
    problem: canvas.problem,
    whoSuffers: canvas.whoSuffers,
    indicator: canvas.indicator,
    unit: canvas.unit,
    baseline: canvas.baseline,
    baselineOn: monthsAway(-canvas.baselineMonthsAgo),
    baselineSource: canvas.baselineSource,
    target: canvas.target,
    targetOn: monthsAway(canvas.targetInMonths),
    sponsorId: roles.find(({ role }) => role === 'sponsor')?.memberId ?? null,
  })
}

async function addConversations(
  ctx: Context,
  communityId: string,
  { posts, roles, reactions, helped }: BuiltCommunity,
): Promise<void> {
  await insertImportedPosts(
    ctx,
    posts.map((post) => ({
      id: post.id,
      communityId,
      kind: post.kind,
      authorId: post.authorId,
      title: post.title,
      bodyMd: post.text,
      language: post.language,
      tags: post.tags,
      createdAt: post.at,
    })),
  )
  const comments = posts.flatMap((post) => post.comments)
  await insertImportedComments(
    ctx,
    comments.map((comment) => ({
      id: comment.id,
      communityId,
      postId: comment.postId,
      parentId: comment.parentId,
      authorId: comment.authorId,
      isAnswer: comment.isAnswer,
      bodyMd: comment.text,
      language: comment.language,
      createdAt: comment.at,
    })),
  )
  const authors = new Map(posts.map((post) => [post.id, post.authorId]))
  await insertImportedAcceptances(
    ctx,
    comments
      .filter(({ accepted }) => accepted)
      .map((comment) => ({
        postId: comment.postId,
        commentId: comment.id,
        byMemberId: authors.get(comment.postId)!,
        at: new Date(Math.min(ctx.now.getTime(), comment.at.getTime() + 5 * 3_600_000)),
      })),
  )
  // A manager who tidies: what nobody answered in six weeks was closed, with its reason, and no longer waits.
  const manager = roles.find(({ role }) => role === 'manager')!.memberId
  await insertImportedClosures(
    ctx,
    posts
      .filter(
        (post) =>
          post.kind === 'question' &&
          post.comments.length === 0 &&
          ctx.now.getTime() - post.at.getTime() > 42 * 86_400_000,
      )
      .map((post) => ({
        postId: post.id,
        reason: 'outdated' as const,
        at: new Date(post.at.getTime() + 40 * 86_400_000),
        byMemberId: manager,
      })),
  )
  const ids = posts.map(({ id }) => id)
  await addDemoLife(ctx, {
    communityId,
    pinnedIds: posts.filter(({ pinned }) => pinned).map(({ id }) => id),
    reactions,
    helped,
  })
  await refreshPostCards(ctx, ids)
  await indexPosts(ctx, ids)
}

/** An organisation for the demo where none exists yet (the command line on an empty database). */
export const ensureOrganisation = (ctx: Context): Promise<unknown> =>
  createOrganisation(ctx, {
    name: 'Arvanne',
    defaultLanguage: 'fr',
    languages: ['fr', 'en'],
    timezone: 'Europe/Paris',
  })
