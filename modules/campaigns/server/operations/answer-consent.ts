import type { AskedConsent, ConsentLine } from '#modules/campaigns/contract.ts'
import { personTakenOut } from '#modules/campaigns/events.ts'
import { forgetBlobs, rewritePost } from '#modules/discussions/public.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { deleteVideos, listVideoWords, setCaptions, setTranscript } from '#platform/video/queries.ts'
import { viewerOf } from '../access.ts'
import { listAsked, listConsentLog, listConsents, setAnswer } from '../queries/consents.ts'
import {
  deletePicture,
  findPicture,
  findStoryFacts,
  setPictureAlt,
  setStoryState,
  setStoryVideo,
  updateStoryText,
} from '../queries/stories.ts'
import { takeNameOut } from '../take-out.ts'
import { bodyOf, noteConsent, showWhenAgreed } from './send-story.ts'
import { withHtml } from './view-story.ts'

export interface MyConsents {
  items: AskedConsent[]
  log: ConsentLine[]
}

/** What was asked of me, with exactly what is or would be shown, and the record of my answers. */
export async function readConsents(ctx: MemberContext): Promise<MyConsents> {
  return {
    items: (await listAsked(ctx.tx, viewerOf(ctx))).map((row) => withHtml(row)),
    log: await listConsentLog(ctx.tx, ctx.actor.memberId),
  }
}

/**
 * Yes, for the time that was asked; use outside the company is said beside. No, or a yes taken back, takes name and
 * picture out at once. Refusal `consentNotFound`.
 */
export async function answerConsent(
  ctx: MemberContext,
  input: { storyId: string; answer: 'yes' | 'no'; outside?: boolean | undefined },
): Promise<MyConsents> {
  const memberId = ctx.actor.memberId
  const story = await findStoryFacts(ctx.tx, input.storyId)
  const mine =
    story && (await listConsents(ctx.tx, story.id)).find((consent) => consent.memberId === memberId)
  if (!story || story.state === 'draft' || !mine?.isAsked || !['waiting', 'yes'].includes(mine.answer))
    throw new Refusal('consentNotFound')
  if (input.answer === 'no') {
    await takePersonOut(ctx, story.id, memberId, mine.answer === 'yes' ? 'withdrawn' : 'no')
    return readConsents(ctx)
  }
  const until = new Date(ctx.now)
  until.setUTCMonth(until.getUTCMonth() + mine.months)
  const outside = input.outside ?? false
  await setAnswer(ctx.tx, {
    storyId: story.id,
    memberId,
    answer: 'yes',
    outside,
    until: until.toISOString().slice(0, 10),
    now: ctx.now,
  })
  if (mine.answer === 'waiting') await noteConsent(ctx, story.id, memberId, 'yes')
  if (outside || mine.answer === 'yes')
    await noteConsent(ctx, story.id, memberId, outside ? 'outsideYes' : 'outsideNo')
  await showWhenAgreed(ctx, story.id)
  return readConsents(ctx)
}

/**
 * Somebody is no longer in a story: their name goes from its words, and if they are pictured, the picture and the video
 * go, with every copy of ours (card, history, translation, index; whatever is rendered later is without them). A story
 * that was shown stays, without them; one that waited is its author's again.
 */
export async function takePersonOut(
  ctx: Context,
  storyId: string,
  memberId: string,
  why: 'no' | 'withdrawn' | 'expired',
): Promise<void> {
  const story = await findStoryFacts(ctx.tx, storyId)
  const person = (await listConsents(ctx.tx, storyId)).find((consent) => consent.memberId === memberId)
  if (!story || !person) return
  const out = (text: string) => takeNameOut(text, person, story.language)
  const words = { title: out(story.title).slice(0, 200), bodyMd: out(story.bodyMd) }
  await updateStoryText(ctx.tx, story.id, words, ctx.now)
  const blobs: string[] = []
  if (person.isPictured) {
    blobs.push(...(await deletePicture(ctx.tx, story.id)))
    if (story.videoId) {
      await setStoryVideo(ctx.tx, story.id, null)
      blobs.push(...(await deleteVideos(ctx.tx, [story.videoId])))
    }
  } else {
    const picture = await findPicture(ctx.tx, story.id)
    if (picture) await setPictureAlt(ctx.tx, story.id, out(picture.alt))
    if (story.videoId) await unnameVideo(ctx, story.videoId, out)
  }
  await forgetBlobs(ctx, blobs)
  await setAnswer(ctx.tx, { storyId, memberId, answer: why, outside: false, until: null, now: ctx.now })
  await noteConsent(ctx, storyId, memberId, why)
  const left = { ...story, ...words, videoId: person.isPictured ? null : story.videoId }
  if (story.state === 'shown' && story.postId)
    await rewritePost(ctx, {
      postId: story.postId,
      title: words.title,
      bodyMd: await bodyOf(ctx, left),
    })
  else await setStoryState(ctx.tx, story.id, 'draft', null)
  await emit(ctx, personTakenOut(null, { storyId, memberId: story.authorId, why }))
}

/** Names are said in captions and transcripts too. */
async function unnameVideo(ctx: Context, videoId: string, out: (text: string) => string): Promise<void> {
  for (const { language, text } of await listVideoWords(ctx.tx, videoId))
    await (language === null
      ? setTranscript(ctx.tx, videoId, out(text))
      : setCaptions(ctx.tx, videoId, language, out(text)))
}
