import { mergeLabels, readFrozenCells, readStrictThreshold } from '#modules/measurement/public.ts'
import type { MergedLabels } from '#modules/measurement/public.ts'
import type { Desk, Item, Preview } from '#modules/pulse/shapes.ts'
import { adkarItems, daysBetween, moodItems, ownItems } from '#modules/pulse/words.ts'
import type { Dimension, ItemKey, NoCells, WaveKind } from '#modules/pulse/words.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { newId } from '#platform/ids.ts'
import type { Services } from '#platform/services.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { waveCancelled, waveOpened } from '#modules/pulse/events.ts'
import { destroySeal } from '../destroy-seal.ts'
import { keepKeys } from '../keys.ts'
import { listProgrammePeople } from '../programme.ts'
import { countSealed, dropStage } from '../queries/answers.ts'
import { listCommunityPeople } from '../queries/people.ts'
import {
  deleteDraft,
  endWave,
  findLastOpening,
  findUnanswered,
  findWaveAtWork,
  insertWave,
  openWave as openRow,
  updateDraft,
} from '../queries/waves.ts'
import type { WaveRow } from '../queries/waves.ts'
import { shuffled } from '../results.ts'
import { getWaveToManage } from '../scope.ts'
import type { PulseScope } from '../scope.ts'
import { newSeal } from '../seal.ts'
import { readDesk } from './read-desk.ts'

const day = 86_400_000

export interface WaveInput {
  kind: WaveKind
  items?: readonly { key: ItemKey; text?: string | null | undefined }[] | undefined
  withText: boolean
  dimension: Dimension
  days: number
}

const bad = (field: string, problem: string): Refusal =>
  new Refusal('invalidInput', { fields: [{ field, problem }] })

/** Questions of a mood wave as asked for, the three default ones otherwise; an ADKAR wave has its five. */
function itemsOf(scope: PulseScope, input: WaveInput): Item[] {
  if (input.kind === 'adkar') {
    if (!scope.programmeId) throw bad('body/kind', 'is for programmes')
    return adkarItems.map((key) => ({ key, text: null }))
  }
  const asked = input.items ?? moodItems.map((key) => ({ key, text: null }))
  if (new Set(asked.map(({ key }) => key)).size !== asked.length)
    throw bad('body/items', 'asks one thing twice')
  return asked.map(({ key, text }) => {
    if ((adkarItems as readonly string[]).includes(key)) throw bad('body/items', 'belongs to ADKAR waves')
    const isOwn = (ownItems as readonly string[]).includes(key)
    const words = isOwn ? cleanText(text) : null
    if (isOwn && !words) throw bad('body/items', 'has a question without words')
    return { key, text: words }
  })
}

function checkDimension(scope: PulseScope, { dimension }: WaveInput): void {
  if (scope.communityId ? dimension === 'population' : dimension === 'entity' || dimension === 'site')
    throw bad('body/dimension', 'is not for this place')
}

/** Prepares a wave; one at a time. Nobody sees it before it opens. */
export async function prepareWave(ctx: MemberContext, scope: PulseScope, input: WaveInput): Promise<Desk> {
  checkDimension(scope, input)
  const items = itemsOf(scope, input)
  if (await findWaveAtWork(ctx.tx, scope)) throw new Refusal('waveUnderWay')
  await insertWave(ctx.tx, {
    id: newId(ctx.now.getTime()),
    communityId: scope.communityId,
    programmeId: scope.programmeId,
    kind: input.kind,
    items,
    withText: input.withText,
    dimension: input.dimension,
    days: input.days,
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  return await readDesk(ctx, scope)
}

async function getDraft(ctx: MemberContext, waveId: string): Promise<{ wave: WaveRow; scope: PulseScope }> {
  const found = await getWaveToManage(ctx, waveId, { toChange: true })
  if (found.wave.state !== 'draft') throw new Refusal('waveNotThisState', { state: found.wave.state })
  return found
}

export async function changeDraft(ctx: MemberContext, waveId: string, input: WaveInput): Promise<Desk> {
  const { scope } = await getDraft(ctx, waveId)
  checkDimension(scope, input)
  await updateDraft(ctx.tx, {
    id: waveId,
    kind: input.kind,
    items: itemsOf(scope, input),
    withText: input.withText,
    dimension: input.dimension,
    days: input.days,
  })
  return await readDesk(ctx, scope)
}

export async function dropDraft(ctx: MemberContext, waveId: string): Promise<Desk> {
  const { scope } = await getDraft(ctx, waveId)
  await deleteDraft(ctx.tx, waveId)
  return await readDesk(ctx, scope)
}

interface Reach {
  people: string[]
  merged: MergedLabels
  k: number
}

/** Whom the wave is asked of, under which labels: cohorts as frozen for this month, merged until each holds `k`. */
async function reachOf(
  ctx: Context,
  scope: Pick<PulseScope, 'communityId' | 'programmeId'>,
  dimension: Dimension,
): Promise<Reach> {
  const k = await readStrictThreshold(ctx)
  if (scope.programmeId) {
    const rows = await listProgrammePeople(ctx, scope.programmeId)
    const cellOf = new Map(rows.map(({ memberId, cell }) => [memberId, cell]))
    const people = [...cellOf.keys()]
    return { people, k, merged: dimension === 'none' ? none : mergeLabels({ people, cellOf, k }) }
  }
  const people = await listCommunityPeople(ctx.tx, scope.communityId!)
  if (dimension !== 'entity' && dimension !== 'site') return { people, k, merged: none }
  const cellOf = await readFrozenCells(ctx, dimension)
  return {
    people,
    k,
    merged: cellOf ? mergeLabels({ people, cellOf, k }) : { labels: [], without: 'noCohort' },
  }
}
const none: MergedLabels = { labels: [], without: null }

/** Whom a prepared wave would reach. Needs a transaction: labels are read in the role of the job. */
export async function previewWave(ctx: MemberContext, waveId: string): Promise<Preview> {
  const { wave, scope } = await getWaveToManage(ctx, waveId)
  const { people, merged, k } = await reachOf(ctx, scope, wave.dimension)
  return {
    people: people.length,
    cells: merged.labels.map(({ label, includes, people: inside }) => ({
      label,
      includes,
      people: inside.size,
    })),
    noCells: merged.without,
    k,
  }
}

/**
 * Opens a wave: at most one every four weeks, and never before the last one was answered. Refuses waveTooSoon,
 * waveUnanswered, waveTooFewPeople. The database refuses the first two by itself as well.
 */
export async function openWave(ctx: MemberContext, services: Services, waveId: string): Promise<Desk> {
  const { wave, scope } = await getDraft(ctx, waveId)
  const last = await findLastOpening(ctx.tx, scope)
  if (await findUnanswered(ctx.tx, scope)) throw new Refusal('waveUnanswered')
  if (last && last.getTime() + daysBetween * day > ctx.now.getTime())
    throw new Refusal('waveTooSoon', {
      notBefore: new Date(last.getTime() + daysBetween * day).toISOString().slice(0, 10),
    })
  const { people, merged, k } = await reachOf(ctx, scope, wave.dimension)
  if (people.length < k) throw new Refusal('waveTooFewPeople', { k })
  await writeOpening(ctx, services, wave, { people, merged, k })
  await emit(ctx, waveOpened(scope.communityId, { waveId }))
  return await readDesk(ctx, scope)
}

async function writeOpening(
  ctx: Context,
  services: Services,
  wave: WaveRow,
  { people, merged, k }: Reach,
): Promise<void> {
  const labelOf = new Map(
    merged.labels.flatMap(({ label, people: inside }) => [...inside].map((id) => [id, label])),
  )
  const { publicKey, privateKey } = newSeal()
  await keepKeys(services, wave.id, privateKey)
  await openRow(ctx.tx, {
    id: wave.id,
    now: ctx.now,
    closesAt: new Date(ctx.now.getTime() + wave.days * day),
    cells: merged.labels.map(({ label, includes }) => ({ label, includes })),
    noCells: merged.without as NoCells | null,
    k,
    sealKey: publicKey,
    tickets: shuffled(people).map((memberId) => ({ memberId, label: labelOf.get(memberId) ?? '' })),
  })
}

/** Takes a mistaken wave back, as long as nobody has answered. Refuses waveAnswered. */
export async function cancelWave(ctx: MemberContext, waveId: string): Promise<Desk> {
  const { wave, scope } = await getWaveToManage(ctx, waveId, { toChange: true })
  if (wave.state !== 'open') throw new Refusal('waveNotThisState', { state: wave.state })
  if ((await countSealed(ctx.tx, waveId)) > 0) throw new Refusal('waveAnswered')
  await endWave(ctx.tx, waveId, 'cancelled', ctx.now)
  await dropStage(ctx.tx, waveId)
  await emit(ctx, waveCancelled(scope.communityId, { waveId }))
  await enqueue(ctx, destroySeal, { waveId })
  return await readDesk(ctx, scope)
}
