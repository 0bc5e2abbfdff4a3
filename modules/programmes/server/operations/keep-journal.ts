import { beginTheme } from '#modules/listening/public.ts'
import type { Heard, Journal } from '#modules/programmes/contract.ts'
import { planningQuestions } from '#modules/programmes/words.ts'
import type { HeardSort, HeardTag, PlanningQuestion } from '#modules/programmes/words.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import {
  getForCircle,
  getOwnCommunity,
  getProgrammeFor,
  getToLead,
  holdRunning,
  viewerOf,
} from '../access.ts'
import {
  countHeard,
  deleteHeard,
  findHeard,
  insertHeard,
  insertPlanning,
  listHeard,
  listManaged,
  listPlanning,
  namesSomebody,
  setHeardTheme,
  updateHeard,
} from '../queries/journal.ts'

const pageSize = 30

/** What was heard, latest first, and the planning questions with every answer. For leaders and sponsor. */
export async function readJournal(
  ctx: MemberContext,
  input: { programmeId: string; cursor?: string | undefined },
): Promise<Journal> {
  const programme = await getForCircle(ctx, input.programmeId)
  const viewer = viewerOf(ctx)
  const [on, id] = readCursor(input.cursor, 'string', 'string') as [string | null, string | null]
  const rows = await listHeard(ctx.tx, viewer, programme.id, { on, id }, pageSize + 1)
  const page = pageOf(
    rows,
    pageSize,
    (row) => [row.on, row.id],
    (row) => row,
  )
  const answers = await listPlanning(ctx.tx, viewer, programme.id)
  return {
    heard: page.items,
    next: page.next,
    counts: await countHeard(ctx.tx, programme.id),
    planning: planningQuestions.map((question) => ({
      question,
      answers: answers.flatMap((row) =>
        row.question === question ? [{ id: row.id, text: row.text, at: row.at, by: row.by }] : [],
      ),
    })),
    themeCommunities: programme.state === 'running' ? await listManaged(ctx.tx, viewer, programme.id) : [],
  }
}

export interface HeardInput {
  programmeId: string
  sort: HeardSort
  source: string
  namesAgreed?: boolean | undefined
  on: string
  text: string
  tag?: HeardTag | null | undefined
}

async function getWords(ctx: Context, input: HeardInput) {
  const source = cleanText(input.source)!
  const namesAgreed = input.namesAgreed ?? false
  // A role and a place say who was heard; a name needs the person's agreement.
  if (!namesAgreed && (await namesSomebody(ctx.tx, source))) throw new Refusal('sourceNamesPerson')
  return {
    sort: input.sort,
    source,
    namesAgreed,
    on: input.on,
    text: cleanText(input.text)!,
    tag: input.tag ?? null,
  }
}

/** A leader or the sponsor writes down what was heard. */
export async function writeHeard(ctx: MemberContext, input: HeardInput): Promise<Heard> {
  const programme = await getForCircle(ctx, input.programmeId)
  await holdRunning(ctx, programme.id)
  const id = newId(ctx.now.getTime())
  await insertHeard(ctx.tx, {
    id,
    programmeId: programme.id,
    ...(await getWords(ctx, input)),
    by: ctx.actor.memberId,
    at: ctx.now,
  })
  return (await findHeard(ctx.tx, viewerOf(ctx), programme.id, id))!
}

async function getHeard(ctx: MemberContext, programmeId: string, heardId: string): Promise<Heard> {
  const programme = await getForCircle(ctx, programmeId)
  await holdRunning(ctx, programme.id)
  const heard = await findHeard(ctx.tx, viewerOf(ctx), programme.id, heardId)
  if (!heard) throw new Refusal('heardNotFound')
  return heard
}

/** Mends what was written down. */
export async function mendHeard(ctx: MemberContext, input: HeardInput & { heardId: string }): Promise<Heard> {
  const heard = await getHeard(ctx, input.programmeId, input.heardId)
  await updateHeard(ctx.tx, { id: heard.id, ...(await getWords(ctx, input)) })
  return (await findHeard(ctx.tx, viewerOf(ctx), input.programmeId, heard.id))!
}

/** Takes it out of the log. */
export async function dropHeard(
  ctx: MemberContext,
  input: { programmeId: string; heardId: string },
): Promise<void> {
  const heard = await getHeard(ctx, input.programmeId, input.heardId)
  await deleteHeard(ctx.tx, input.programmeId, heard.id)
}

/**
 * Begins a listening theme with what was heard, in a community of the programme that the actor manages. The words of the
 * log become its description, without the source.
 */
export async function beginThemeWith(
  ctx: MemberContext,
  input: {
    programmeId: string
    heardId: string
    communityId: string
    title: string
    kind: 'feeling' | 'usage' | 'need'
  },
): Promise<{ themeId: string; slug: string }> {
  const heard = await getHeard(ctx, input.programmeId, input.heardId)
  const programme = await getProgrammeFor(ctx, input.programmeId, 'read')
  const community = await getOwnCommunity(ctx, programme, input.communityId)
  if (heard.theme) return { themeId: heard.theme.id, slug: heard.theme.slug }
  const theme = await beginTheme(ctx, {
    community: community.id,
    title: input.title,
    kind: input.kind,
    description: heard.text.slice(0, 2000),
  })
  await setHeardTheme(ctx.tx, heard.id, theme.id, community.id)
  return { themeId: theme.id, slug: community.slug }
}

/** Answers a planning question in words; what was answered before is kept. */
export async function answerPlanning(
  ctx: MemberContext,
  input: { programmeId: string; question: PlanningQuestion; text: string },
): Promise<void> {
  const programme = await getToLead(ctx, input.programmeId)
  const text = cleanText(input.text)!
  const latest = (await listPlanning(ctx.tx, viewerOf(ctx), programme.id)).find(
    ({ question }) => question === input.question,
  )
  // Saving the same words twice is one version.
  if (latest?.text === text) return
  await insertPlanning(ctx.tx, {
    id: newId(ctx.now.getTime()),
    programmeId: programme.id,
    question: input.question,
    text,
    by: ctx.actor.memberId,
    at: ctx.now,
  })
}

/**
 * Door: writes one entry of the listening log for another module (a debate, a test group); the actor leads the
 * programme, or is the system. `at` is a day.
 */
export async function noteListening(
  ctx: Context,
  programmeId: string,
  input: { source: string; text: string; at: string; sort?: HeardSort; tag?: HeardTag | null },
): Promise<{ id: string }> {
  const programme = await getProgrammeFor(ctx, programmeId, 'lead')
  await holdRunning(ctx, programme.id)
  const source = cleanText(input.source)
  const text = cleanText(input.text)
  if (!source || !text)
    throw new Refusal('invalidInput', { fields: [{ field: 'text', problem: 'is empty' }] })
  const id = newId(ctx.now.getTime())
  await insertHeard(ctx.tx, {
    id,
    programmeId,
    sort: input.sort ?? 'group',
    source: source.slice(0, 200),
    namesAgreed: false,
    on: input.at.slice(0, 10),
    text: text.slice(0, 4000),
    tag: input.tag ?? null,
    by: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
    at: ctx.now,
  })
  return { id }
}
