import { getBusinessCalendar } from '#modules/people/public.ts'
import type { FileReport, FileRow } from '#modules/problems/contract.ts'
import { problemChanged } from '#modules/problems/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getCommunityToManage } from '../living.ts'
import { readFile } from '../file.ts'
import { dayIn } from '../progress.ts'
import { hasComparison } from '../queries/notes.ts'
import { findIndicator, lockIndicator } from '../queries/problem.ts'
import { insertValues, listCurrent, replaceValues, withdrawValue } from '../queries/values.ts'

export type Outcome = 'added' | 'corrected' | 'same'
interface Given {
  on: string
  value: number
  source: string
  note: string | null
}

/** The value of one day from one source. The same value again changes nothing. Emits problemChanged. */
export async function writeValue(
  ctx: Context,
  idOrSlug: string,
  input: {
    on: string
    value: number
    source?: string | undefined
    note?: string | null | undefined
    comparisonId?: string | null | undefined
    way?: 'hand' | 'api' | undefined
  },
): Promise<{ outcome: Outcome }> {
  const place = await openValues(ctx, idOrSlug, input.comparisonId ?? null)
  if (input.on > place.today) throw new Refusal('dayInFuture')
  const source = cleanText(input.source) ?? place.source
  if (!source) throw new Refusal('sourceMissing')
  const given = { on: input.on, value: input.value, source, note: cleanText(input.note) }
  const [outcome] = await keepValues(ctx, place, [given], input.way ?? 'hand')
  return { outcome: outcome! }
}

/**
 * Values from a file. Every line is reported; with `apply`, those that can be read are kept. Reading the same file
 * again changes nothing.
 */
export async function readValues(
  ctx: Context,
  idOrSlug: string,
  input: { csv: string; apply: boolean; comparisonId?: string | null | undefined },
): Promise<FileReport> {
  const place = await openValues(ctx, idOrSlug, input.comparisonId ?? null)
  const lines = readFile(input.csv, place.today)
  const sound = lines.filter(({ reason }) => reason === null)
  const given = sound.map((line) => ({
    on: line.on!,
    value: line.value!,
    source: line.source ?? place.source ?? '',
    note: line.note,
  }))
  if (given.some(({ source }) => source === '')) throw new Refusal('sourceMissing')
  const outcomes = await keepValues(ctx, place, given, 'csv', !input.apply)
  const outcomeOf = new Map(sound.map((line, index) => [line, outcomes[index]!]))
  const rows = lines.map((line): FileRow => ({
    line: line.line,
    on: line.on,
    value: line.value,
    source: line.source,
    outcome: outcomeOf.get(line) ?? 'refused',
    reason: line.reason,
  }))
  const count = (outcome: FileRow['outcome']) => rows.filter((row) => row.outcome === outcome).length
  return {
    applied: input.apply,
    added: count('added'),
    corrected: count('corrected'),
    same: count('same'),
    refused: count('refused'),
    rows,
  }
}

/** A value that should not be there. It stays in the history. Refusal `valueNotFound`. */
export async function withdraw(ctx: Context, idOrSlug: string, valueId: string): Promise<void> {
  const { id } = await getCommunityToManage(ctx, idOrSlug)
  if (!(await withdrawValue(ctx.tx, id, valueId, ctx.now))) throw new Refusal('valueNotFound')
  await emit(ctx, problemChanged(id, { what: 'value' }))
}

interface Place {
  id: string
  comparisonId: string | null
  /** The declared one. */
  source: string | null
  today: string
}

async function openValues(ctx: Context, idOrSlug: string, comparisonId: string | null): Promise<Place> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  await lockIndicator(ctx.tx, community.id)
  const { name, source } = await findIndicator(ctx.tx, community.id)
  if (name === null) throw new Refusal('indicatorMissing')
  if (comparisonId && !(await hasComparison(ctx.tx, community.id, comparisonId)))
    throw new Refusal('comparisonNotFound')
  const { timezone } = await getBusinessCalendar(ctx.tx, community.siteId)
  return { id: community.id, comparisonId, source, today: dayIn(ctx.now, timezone) }
}

async function keepValues(
  ctx: Context,
  place: Place,
  given: readonly Given[],
  way: 'hand' | 'csv' | 'api',
  isTrial = false,
): Promise<Outcome[]> {
  const days = [...new Set(given.map(({ on }) => on))]
  const current = new Map(
    (await listCurrent(ctx.tx, place.id, place.comparisonId, days)).map((row) => [
      `${row.on}\n${row.source}`,
      row,
    ]),
  )
  const outcomes = given.map((one): Outcome => {
    const now = current.get(`${one.on}\n${one.source}`)
    if (!now) return 'added'
    return now.value === one.value && now.note === one.note ? 'same' : 'corrected'
  })
  const fresh = given.filter((_, index) => outcomes[index] !== 'same')
  if (isTrial || fresh.length === 0) return outcomes
  const replaced = fresh.flatMap((one) => current.get(`${one.on}\n${one.source}`)?.id ?? [])
  if (replaced.length > 0) await replaceValues(ctx.tx, replaced, ctx.now)
  const by = ctx.actor.kind === 'member' ? ctx.actor.memberId : null
  await insertValues(
    ctx.tx,
    fresh.map((one) => ({
      ...one,
      id: newId(ctx.now.getTime()),
      communityId: place.id,
      comparisonId: place.comparisonId,
      way,
      by,
      at: ctx.now,
    })),
  )
  await emit(ctx, problemChanged(place.id, { what: 'value' }))
  return outcomes
}
