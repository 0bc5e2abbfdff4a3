import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { keepUnreadAfterImport } from '#modules/communities/public.ts'
import { recountFigures } from '#modules/measurement/public.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import {
  failRunningImports,
  findEarlierShift,
  findRunningImport,
  finishImport,
  insertImport,
  updateCheckpoint,
} from '../queries.ts'
import { emptyTally, noteProblem } from '../report.ts'
import type { Tally } from '../report.ts'
import { readRows } from './read-rows.ts'
import type { Row } from './read-rows.ts'
import { findNewest, shiftRow, weeksToNow } from './shift.ts'
import { settleAcceptances, settleCards, settleClosures, settleVotes } from './settle.ts'
import type { Settle } from './settle.ts'
import {
  countBadges,
  source,
  takeAnswers,
  takeComments,
  takeLinks,
  takeQuestions,
  takeTags,
  takeUsers,
  takeVotes,
} from './take.ts'
import type { Batch, Take } from './take.ts'

/** Files are read in this order: what refers comes after what it refers to. Posts are read twice, for the same reason. */
const fileSteps: readonly { name: string; file: string; take: Take; wants?: (row: Row) => boolean }[] = [
  { name: 'people', file: 'users.xml', take: takeUsers },
  { name: 'questions', file: 'posts.xml', take: takeQuestions, wants: (row) => row['PostTypeId'] !== '2' },
  { name: 'answers', file: 'posts.xml', take: takeAnswers, wants: (row) => row['PostTypeId'] === '2' },
  { name: 'comments', file: 'comments.xml', take: takeComments },
  { name: 'votes', file: 'votes.xml', take: takeVotes },
  { name: 'links', file: 'postlinks.xml', take: takeLinks },
  { name: 'badges', file: 'badges.xml', take: countBadges },
  { name: 'tags', file: 'tags.xml', take: takeTags },
]
const settleSteps: readonly { name: string; settle: Settle; limit: number }[] = [
  { name: 'settled votes', settle: settleVotes, limit: 1_000 },
  { name: 'accepted answers', settle: settleAcceptances, limit: 1_000 },
  { name: 'closed questions', settle: settleClosures, limit: 1_000 },
  { name: 'cards and index', settle: settleCards, limit: 100 },
]

/** Rows per transaction: what an interruption loses, and what memory holds. */
const batchSize = 500

interface DumpFile {
  name: string
  path: string
  size: number
}

/** The files of a dump by lower-case name. Undefined when there is no Posts.xml. */
export async function findDump(folder: string): Promise<Map<string, DumpFile> | undefined> {
  const names = await readdir(folder).catch(() => [])
  const files = new Map<string, DumpFile>()
  for (const name of names) {
    const path = join(folder, name)
    const facts = await stat(path)
    if (facts.isFile() && fileSteps.some((step) => step.file === name.toLowerCase()))
      files.set(name.toLowerCase(), { name, path, size: facts.size })
  }
  return files.has('posts.xml') ? files : undefined
}

/** Runs work in a transaction of its own (or, for a dry run, in the one that will be rolled back). */
export type InBatch = <R>(work: (ctx: Context) => Promise<R>) => Promise<R>

interface Checkpoint {
  /** Names and sizes of the files: another dump starts anew. */
  fingerprint: string
  /** Steps done. */
  steps: number
  /** Rows of the current file done, and unreadable ones met on the way. */
  rows: number
  bad: number
  /** Last key of the current settling step. */
  after: string
  tally: Tally
}

export interface DumpImport {
  communityId: string
  language: 'fr' | 'en'
  feedsWorkbench: boolean
  /** Moves all dates by whole weeks, so that the newest item is of this week; an earlier import decides instead. */
  shiftToNow?: boolean
  /** `done` of `total` bytes. */
  onProgress?: (done: number, total: number, what: string) => void
}

export interface DumpResult {
  importId: string
  tally: Tally
  /** An interrupted import was taken up where it had stopped. */
  resumed: boolean
  /** Files of the dump that are not there. */
  missing: string[]
}

/**
 * Imports a dump: batches of rows, each in one transaction with its checkpoint, so that an interruption at any
 * moment loses at most one batch and repeats none. Running it again finds everything by source id.
 */
export async function importDump(
  inBatch: InBatch,
  files: Map<string, DumpFile>,
  options: DumpImport,
): Promise<DumpResult> {
  const fingerprint = [...files.values()]
    .map((file) => `${file.name}:${file.size}`)
    .toSorted()
    .join(' ')
  const newest = options.shiftToNow
    ? await findNewest(
        ['posts.xml', 'comments.xml', 'users.xml', 'votes.xml'].flatMap(
          (name) => files.get(name)?.path ?? [],
        ),
      )
    : undefined
  const { importId, checkpoint, resumed } = await inBatch((ctx) => begin(ctx, options, fingerprint, newest))
  const batch: Batch = {
    communityId: options.communityId,
    importId,
    language: options.language,
    tally: checkpoint.tally,
  }
  const total = fileSteps.reduce((sum, step) => sum + (files.get(step.file)?.size ?? 0), 0)
  let before = 0
  for (const [index, step] of fileSteps.entries()) {
    const file = files.get(step.file)
    const size = file?.size ?? 0
    if (index >= checkpoint.steps) {
      if (file)
        await readStep(inBatch, batch, checkpoint, file, step, (bytes) =>
          options.onProgress?.(before + bytes, total, step.name),
        )
      await stepDone(inBatch, importId, checkpoint, index)
    }
    before += size
  }
  for (const [index, step] of settleSteps.entries()) {
    if (fileSteps.length + index < checkpoint.steps) continue
    options.onProgress?.(total, total, step.name)
    await settleStep(inBatch, batch, checkpoint, step)
    await stepDone(inBatch, importId, checkpoint, fileSteps.length + index)
  }
  await inBatch(async (ctx) => {
    await keepUnreadAfterImport(ctx, options.communityId, batch.tally.kinds.questions.fresh)
    await recountFigures(ctx, options.communityId)
    await finishImport(ctx.tx, importId, batch.tally, ctx.now)
  })
  const missing = [...new Set(fileSteps.map((step) => step.file))].filter((file) => !files.has(file))
  return { importId, tally: batch.tally, resumed, missing }
}

async function begin(
  ctx: Context,
  options: DumpImport,
  fingerprint: string,
  newest: Date | undefined,
): Promise<{ importId: string; checkpoint: Checkpoint; resumed: boolean }> {
  const running = await findRunningImport(ctx.tx, options.communityId, source)
  const left = running?.checkpoint as Checkpoint | undefined
  if (running && left?.fingerprint === fingerprint && running.feedsWorkbench === options.feedsWorkbench)
    return { importId: running.id, checkpoint: left, resumed: true }
  if (running) await failRunningImports(ctx.tx, options.communityId, source, ctx.now)
  const importId = newId(ctx.now.getTime())
  const earlier = await findEarlierShift(ctx.tx, options.communityId, source)
  const weeks = earlier ?? (newest ? weeksToNow(newest, ctx.now) : 0)
  const tally = { ...emptyTally(), ...(weeks !== 0 && { shiftWeeks: weeks }) }
  const checkpoint: Checkpoint = { fingerprint, steps: 0, rows: 0, bad: 0, after: '', tally }
  await insertImport(ctx.tx, {
    id: importId,
    source,
    communityId: options.communityId,
    startedAt: ctx.now,
    feedsWorkbench: options.feedsWorkbench,
    checkpoint,
  })
  return { importId, checkpoint, resumed: false }
}

async function stepDone(
  inBatch: InBatch,
  importId: string,
  checkpoint: Checkpoint,
  index: number,
): Promise<void> {
  checkpoint.steps = index + 1
  checkpoint.rows = checkpoint.bad = 0
  checkpoint.after = ''
  await inBatch((ctx) => updateCheckpoint(ctx.tx, importId, checkpoint))
}

async function readStep(
  inBatch: InBatch,
  batch: Batch,
  checkpoint: Checkpoint,
  file: DumpFile,
  step: (typeof fileSteps)[number],
  onBytes: (bytes: number) => void,
): Promise<void> {
  // Rows that an earlier, interrupted run has done are read past, and their damage is not reported twice.
  const rowsDone = checkpoint.rows
  const badDone = checkpoint.bad
  let rows = 0
  let bad = 0
  // Posts are read twice; damage is reported the first time.
  const reports = step.name !== 'answers'
  let waiting: Row[] = []
  const flush = async (): Promise<void> => {
    const taken = waiting
    waiting = []
    checkpoint.rows = rows
    checkpoint.bad = bad
    await inBatch(async (ctx) => {
      if (taken.length > 0) await step.take(ctx, batch, taken)
      await updateCheckpoint(ctx.tx, batch.importId, checkpoint)
    })
  }
  const problem = (found: { line: number; reason: string; detail: string }): void => {
    bad++
    if (bad > badDone && reports) noteProblem(batch.tally, { file: file.name, ...found })
  }
  for await (const row of readRows(file.path, { bad: problem, bytes: onBytes })) {
    rows++
    if (rows <= rowsDone) continue
    if (!step.wants || step.wants(row)) waiting.push(shiftRow(row, batch.tally.shiftWeeks ?? 0))
    if (waiting.length >= batchSize) await flush()
  }
  await flush()
}

async function settleStep(
  inBatch: InBatch,
  batch: Batch,
  checkpoint: Checkpoint,
  step: (typeof settleSteps)[number],
): Promise<void> {
  for (let isMore = true; isMore;) {
    await inBatch(async (ctx) => {
      const last = await step.settle(ctx, batch, checkpoint.after, step.limit)
      isMore = last !== undefined
      checkpoint.after = last ?? checkpoint.after
      await updateCheckpoint(ctx.tx, batch.importId, checkpoint)
    })
  }
}
