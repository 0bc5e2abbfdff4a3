import type { Accelerator, CardKind, Channel, KitContent, Phase } from '#modules/programmes/contract.ts'
import type { HeardSort, HeardTag, PlanningQuestion } from '#modules/programmes/words.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { insertCard } from '../queries/cards.ts'
import { deleteDemoProgrammes, findDemoCell, listStories, setDemoCard } from '../queries/demo.ts'
import { insertHeard, insertPlanning } from '../queries/journal.ts'
import { insertKit } from '../queries/kit.ts'
import {
  insertClosing,
  insertLink,
  insertPhaseChange,
  insertPopulation,
  insertProgramme,
  setCoLeaders,
  setSaid,
  updateProgramme,
} from '../queries/programmes.ts'

/** A programme of the demo company with all that it lived through; days are dates. */
export interface DemoProgramme {
  name: LocalText
  leaderId: string
  coLeaderIds?: readonly string[]
  sponsorId: string
  sponsorAt: Date
  begunAt: Date
  communityIds?: readonly string[]
  vision: string
  whyNow: string
  problem?: string
  baseline?: string
  baselineOn?: string
  populations?: readonly { name: string; dimension: 'entity' | 'site'; cell: string }[]
  said?: readonly string[]
  phases: readonly { to: Phase; at: Date; reason: string | null; missing: readonly string[] }[]
  planning?: readonly { question: PlanningQuestion; at: Date; text: string }[]
  heard?: readonly {
    sort: HeardSort
    source: string
    at: Date
    tag: HeardTag | null
    byId: string
    text: string
  }[]
  cards?: readonly {
    kind: CardKind
    column: Accelerator
    title: string
    detail: string | null
    on: string | null
    channel: Channel | null
    who: string | null
    ownerId: string | null
    population: number | null
    places: number | null
    next: string | null
    doneAt: Date | null
    outcome: string | null
    refusedWhy: string | null
    isTold: boolean
  }[]
  kit?: KitContent
  closing?: {
    at: Date
    wanted: string
    changed: string
    again: string
    notAgain: string
    whereNext: string | null
  }
}

/** Only for the demo company: a programme with its history, told to nobody. */
export async function addDemoProgramme(ctx: Context, demo: DemoProgramme): Promise<string> {
  const { tx, now } = ctx
  const id = newId(demo.begunAt.getTime())
  const { leaderId } = demo
  await insertProgramme(tx, {
    id,
    name: demo.name,
    visibility: 'company',
    leaderId,
    whyNow: demo.whyNow,
    at: demo.begunAt,
    demo: true,
  })
  const [community] = demo.communityIds ?? []
  for (const communityId of demo.communityIds ?? [])
    await insertLink(tx, id, communityId, demo.begunAt, false)
  await updateProgramme(
    tx,
    id,
    {
      vision: demo.vision,
      problem: demo.problem ?? null,
      baseline: demo.baseline ?? null,
      baselineOn: demo.baselineOn ?? null,
      problemCommunityId: community ?? null,
      sponsorId: demo.sponsorId,
      sponsorAgreedAt: demo.sponsorAt,
      phase: demo.phases.at(-1)!.to,
      ...(demo.closing && { state: 'closed' }),
    },
    demo.closing?.at ?? now,
  )
  await setCoLeaders(tx, id, demo.coLeaderIds ?? [], demo.begunAt)
  const populationIds = await addPopulations(ctx, id, demo.populations ?? [])
  for (const key of demo.said ?? []) await setSaid(tx, id, key, true, leaderId, demo.begunAt)
  for (const [index, { to, at, reason, missing }] of demo.phases.entries())
    await insertPhaseChange(tx, {
      id: newId(at.getTime()),
      programmeId: id,
      from: demo.phases[index - 1]?.to ?? null,
      to,
      at,
      by: leaderId,
      reason,
      missing,
    })
  for (const { question, at, text } of demo.planning ?? [])
    await insertPlanning(tx, { id: newId(at.getTime()), programmeId: id, question, text, by: leaderId, at })
  for (const one of demo.heard ?? [])
    await insertHeard(tx, {
      id: newId(one.at.getTime()),
      programmeId: id,
      sort: one.sort,
      source: one.source,
      namesAgreed: false,
      on: one.at.toISOString().slice(0, 10),
      text: one.text,
      tag: one.tag,
      by: one.byId,
      at: one.at,
    })
  await addCards(ctx, id, demo, populationIds, community ? await listStories(tx, community) : [])
  if (demo.kit) await insertKit(tx, id, 1, demo.kit, leaderId, demo.phases.at(-1)!.at)
  if (demo.closing) await insertClosing(tx, id, demo.closing, leaderId, demo.closing.at)
  return id
}

async function addPopulations(
  ctx: Context,
  programmeId: string,
  populations: NonNullable<DemoProgramme['populations']>,
): Promise<(string | null)[]> {
  const ids: (string | null)[] = []
  for (const { name, dimension, cell: wanted } of populations) {
    const cell = await findDemoCell(ctx.tx, dimension, wanted)
    const id = newId(ctx.now.getTime())
    if (cell) await insertPopulation(ctx.tx, { id, programmeId, name, dimension, cell })
    ids.push(cell ? id : null)
  }
  return ids
}

async function addCards(
  ctx: Context,
  programmeId: string,
  demo: DemoProgramme,
  populationIds: readonly (string | null)[],
  stories: readonly string[],
): Promise<void> {
  let told = 0
  for (const card of demo.cards ?? []) {
    const id = newId(ctx.now.getTime())
    await insertCard(ctx.tx, {
      id,
      programmeId,
      kind: card.kind,
      accelerator: card.column,
      title: card.title,
      detail: card.detail,
      ownerId: card.ownerId,
      on: card.on,
      populationId: card.population === null ? null : (populationIds[card.population] ?? null),
      channel: card.channel,
      who: card.who,
      places: card.places,
      nextStep: card.next,
      postId: null,
      gatheringId: null,
      by: demo.leaderId,
      at: demo.begunAt,
    })
    const postId = card.isTold ? (stories[told++] ?? null) : null
    if (card.doneAt || card.refusedWhy)
      await setDemoCard(ctx.tx, id, {
        doneAt: card.doneAt,
        outcome: card.outcome,
        refusedWhy: card.refusedWhy,
        postId,
        at: ctx.now,
      })
  }
}

/** Takes the programmes of the demo company away, before its people. */
export const removeDemoProgrammes = (ctx: Context): Promise<number> => deleteDemoProgrammes(ctx.tx)
