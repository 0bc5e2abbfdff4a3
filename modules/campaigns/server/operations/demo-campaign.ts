import { createHash } from 'node:crypto'
import { drawOrder, listOf, sha256 } from '#modules/campaigns/draw.ts'
import { foldTag } from '#modules/campaigns/tag.ts'
import { forgetBlobs, insertImportedPosts, refreshPostCards } from '#modules/discussions/public.ts'
import type { Context } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { newId } from '#platform/ids.ts'
import { deleteVideos } from '#platform/video/queries.ts'
import { keepDemoMedia } from '../demo-media.ts'
import { insertCampaign, setTakingPart } from '../queries/campaigns.ts'
import {
  insertChallenge,
  insertWins,
  setDecision,
  setEntry,
  setFrozen,
  setParticipation,
  setWinAnswer,
} from '../queries/challenges.ts'
import { replaceConsents, setAnswer, setAsked } from '../queries/consents.ts'
import { deleteDemoCampaigns, listDemoVideos } from '../queries/demo.ts'
import { insertStory, setStoryState } from '../queries/stories.ts'
import { composeBody } from '../take-out.ts'
import { noteConsent } from './send-story.ts'
import { tagPost } from './tag-posts.ts'

export interface DemoCampaign {
  tag: string
  title: string
  purpose: string
  howTo: string
  startsOn: string
  endsOn: string
  beganAt: Date
  leaderId: string
  communityId: string
  communityIds: readonly string[]
  askedIds: readonly string[]
  stories: readonly {
    authorId: string
    title: string
    bodyMd: string
    language: 'fr' | 'en'
    at: Date
    picture: { base64: string; alt: string } | null
    hasVideo: boolean
    names: { memberId: string; answered: boolean } | null
  }[]
  mentions: readonly { authorId: string; bodyMd: string; at: Date }[]
  contest: {
    title: string
    text: string
    prizes: string
    rules: string
    openedAt: Date
    closedAt: Date
    entrants: readonly string[]
  }
  challenge: {
    title: string
    text: string
    steps: readonly string[]
    openedAt: Date
    closesAt: Date
    told: readonly { memberId: string; team: string }[]
  }
}

/** Only for the demo company: a campaign in full swing, told to nobody. Answers its conversations. */
export async function addDemoCampaign(ctx: Context, it: DemoCampaign): Promise<string[]> {
  const campaignId = newId(it.beganAt.getTime())
  await insertCampaign(ctx.tx, {
    id: campaignId,
    tag: it.tag,
    folded: foldTag(it.tag),
    scopeCommunityId: null,
    title: it.title,
    purpose: it.purpose,
    howTo: it.howTo,
    language: 'fr',
    startsOn: it.startsOn,
    endsOn: it.endsOn,
    leaderId: it.leaderId,
    communityId: it.communityId,
    now: it.beganAt,
  })
  for (const [ids, agreed] of [
    [it.communityIds, true],
    [it.askedIds, false],
  ] as const)
    for (const communityId of ids)
      await setTakingPart(ctx.tx, { campaignId, communityId, memberId: it.leaderId, agreed, now: it.beganAt })
  const posts: string[] = []
  const storyOf = new Map<string, string>()
  for (const story of it.stories) {
    const { id, postId } = await addStory(ctx, it, campaignId, story)
    if (!postId) continue
    posts.push(postId)
    storyOf.set(story.authorId, id)
  }
  for (const { authorId, bodyMd, at } of it.mentions) {
    const id = newId(at.getTime())
    await addPost(ctx, it, { id, authorId, title: null, bodyMd, language: 'fr', at, kind: 'discussion' })
    posts.push(id)
  }
  for (const postId of posts) await tagPost(ctx, postId)
  await addContest(ctx, it, campaignId, storyOf)
  await addChallenge(ctx, it, campaignId)
  return posts
}

async function addPost(
  ctx: Context,
  it: DemoCampaign,
  post: {
    id: string
    authorId: string
    title: string | null
    bodyMd: string
    language: 'fr' | 'en'
    at: Date
    kind: 'story' | 'discussion'
  },
): Promise<void> {
  await insertImportedPosts(ctx, [
    {
      id: post.id,
      communityId: it.communityId,
      kind: post.kind,
      authorId: post.authorId,
      title: post.title,
      bodyMd: post.bodyMd,
      language: post.language,
      tags: post.kind === 'story' ? [it.tag.toLowerCase()] : [],
      createdAt: post.at,
    },
  ])
  await refreshPostCards(ctx, [post.id])
}

async function addStory(
  ctx: Context,
  it: DemoCampaign,
  campaignId: string,
  story: DemoCampaign['stories'][number],
): Promise<{ id: string; postId: string | null }> {
  const { authorId, title, bodyMd, language, at, names } = story
  const then = { ...ctx, now: at }
  const id = newId(at.getTime())
  await insertStory(ctx.tx, {
    id,
    campaignId,
    communityId: it.communityId,
    authorId,
    title,
    bodyMd,
    language,
    now: at,
  })
  if (names) {
    const { memberId } = names
    await replaceConsents(ctx.tx, id, [{ memberId, isNamed: true, isPictured: false }], `#${it.tag}`, 24)
    await setAsked(ctx.tx, id, at)
    await noteConsent(then, id, memberId, 'asked')
    if (!names.answered) {
      await setStoryState(ctx.tx, id, 'waiting', null)
      return { id, postId: null }
    }
    const until = new Date(at)
    until.setUTCFullYear(until.getUTCFullYear() + 2)
    await setAnswer(ctx.tx, {
      storyId: id,
      memberId,
      answer: 'yes',
      outside: false,
      until: until.toISOString().slice(0, 10),
      now: at,
    })
    await noteConsent(then, id, memberId, 'yes')
  }
  const picture = story.picture ? { id: newId(at.getTime()), ...story.picture } : null
  const postId = newId(at.getTime())
  await addPost(ctx, it, {
    id: postId,
    authorId,
    title,
    bodyMd: composeBody(bodyMd, picture ?? undefined),
    language,
    at,
    kind: 'story',
  })
  await setStoryState(ctx.tx, id, 'shown', postId)
  // Bytes are kept after the company is there: a job has the store.
  if (picture || story.hasVideo)
    await enqueue(ctx, keepDemoMedia, { storyId: id, picture, hasVideo: story.hasVideo })
  return { id, postId }
}

/** Drawn as every contest is, from a seed that is the story's own. */
async function addContest(
  ctx: Context,
  it: DemoCampaign,
  campaignId: string,
  storyOf: ReadonlyMap<string, string>,
): Promise<void> {
  const { contest } = it
  const seed = createHash('sha256').update(`demo ${it.tag}`).digest('hex')
  const challengeId = newId(contest.openedAt.getTime())
  await insertChallenge(ctx.tx, {
    id: challengeId,
    campaignId,
    createdBy: it.leaderId,
    kind: 'contest',
    way: 'draw',
    title: contest.title,
    text: contest.text,
    prizes: contest.prizes,
    rules: contest.rules,
    language: 'fr',
    closesAt: contest.closedAt.toISOString(),
    seed,
    commitment: await sha256(seed),
    now: contest.openedAt,
  })
  const codeOf = new Map<string, string>()
  for (const memberId of contest.entrants) {
    const storyId = storyOf.get(memberId)
    if (!storyId) continue
    const code = createHash('sha256').update(memberId).digest('hex').slice(0, 8).toUpperCase()
    codeOf.set(code, memberId)
    const id = newId(contest.openedAt.getTime())
    await setEntry(ctx.tx, { id, challengeId, storyId, memberId, code, now: contest.openedAt })
  }
  const list = listOf([...codeOf.keys()])
  const [first] = await drawOrder(seed, list)
  await setFrozen(ctx.tx, challengeId, list, contest.closedAt)
  await setDecision(ctx.tx, challengeId, { words: null, by: null, now: contest.closedAt })
  if (!first) return
  await insertWins(ctx.tx, challengeId, [first], contest.closedAt)
  await setWinAnswer(ctx.tx, {
    challengeId,
    memberId: codeOf.get(first)!,
    answer: 'named',
    now: contest.closedAt,
  })
}

async function addChallenge(ctx: Context, it: DemoCampaign, campaignId: string): Promise<void> {
  const { challenge } = it
  const challengeId = newId(challenge.openedAt.getTime())
  await insertChallenge(ctx.tx, {
    id: challengeId,
    campaignId,
    createdBy: it.leaderId,
    kind: 'challenge',
    title: challenge.title,
    text: challenge.text,
    steps: [...challenge.steps],
    language: 'fr',
    closesAt: challenge.closesAt.toISOString(),
    seed: null,
    commitment: null,
    now: challenge.openedAt,
  })
  for (const { memberId, team } of challenge.told)
    await setParticipation(ctx.tx, {
      challengeId,
      memberId,
      stepsDone: [0, 1],
      team,
      isTold: true,
      now: challenge.openedAt,
    })
}

/** Campaigns that the demo's people lead go with them, with the pictures and videos in them. */
export async function removeDemoCampaigns(ctx: Context): Promise<void> {
  const blobs = await deleteVideos(ctx.tx, await listDemoVideos(ctx.tx))
  await forgetBlobs(ctx, [...blobs, ...(await deleteDemoCampaigns(ctx.tx))])
}
