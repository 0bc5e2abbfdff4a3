import {
  insertImportedComments,
  insertImportedLinks,
  insertImportedPosts,
} from '#modules/discussions/public.ts'
import { insertImportedMemberships } from '#modules/communities/public.ts'
import { createDormantMembers } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { addStaged, completeStaged, listSources, upsertSources } from '../queries.ts'
import type { KnownSource } from '../queries.ts'
import { skip } from '../report.ts'
import type { Kind, Tally } from '../report.ts'
import { answerOf, commentOf, dateOf, nameOf, questionOf, voteTypes } from './convert.ts'
import type { Converted, ConvertedQuestion, ConvertedReply } from './convert.ts'
import type { Row } from './read-rows.ts'

export const source = 'stackexchange'

/** What every batch knows. */
export interface Batch {
  communityId: string
  importId: string
  /** Language of texts that do not show theirs. */
  language: 'fr' | 'en'
  tally: Tally
}

/** Takes one batch of rows of a file, in the caller's transaction. Safe to run again on the same rows. */
export type Take = (ctx: Context, batch: Batch, rows: readonly Row[]) => Promise<void>

type Sources = Map<string, KnownSource>
const sources = async (
  ctx: Context,
  batch: Batch,
  kinds: readonly string[],
  keys: Iterable<string | undefined>,
): Promise<Sources> => {
  const wanted = [...new Set([...keys].filter((key) => key !== undefined))]
  const rows = wanted.length === 0 ? [] : await listSources(ctx.tx, batch.communityId, source, kinds, wanted)
  return new Map(rows.map((row) => [row.key, row]))
}

/** Sorts rows into those met before, those new, and duplicates; counts them and remembers their keys. */
async function sift<C extends { key: string }>(
  ctx: Context,
  batch: Batch,
  kind: Kind,
  sourceKind: string,
  items: readonly C[],
): Promise<(C & { id: string })[]> {
  const report = batch.tally.kinds[kind]
  const known = await sources(
    ctx,
    batch,
    [sourceKind],
    items.map((item) => item.key),
  )
  const seen = new Map<string, string>()
  const fresh: (C & { id: string })[] = []
  for (const item of items) {
    const before = known.get(item.key)
    if (seen.has(item.key) || before?.importId === batch.importId) {
      skip(report, 'duplicateId')
      continue
    }
    report.taken++
    const id = before?.id ?? newId('createdAt' in item ? (item.createdAt as Date).getTime() : undefined)
    seen.set(item.key, id)
    if (before?.id) continue
    report.fresh++
    fresh.push({ ...item, id })
  }
  await upsertSources(
    ctx.tx,
    { communityId: batch.communityId, source, kind: sourceKind, importId: batch.importId },
    [...seen].map(([key, id]) => ({ key, id })),
  )
  return fresh
}

/** Converts the rows of a batch; those that cannot be taken are counted with the reason. */
function convertAll<C extends Converted>(
  batch: Batch,
  kind: Kind,
  rows: readonly Row[],
  convert: (row: Row, language: 'fr' | 'en') => C | string,
): C[] {
  const report = batch.tally.kinds[kind]
  return rows.flatMap((row) => {
    report.read++
    const result = convert(row, batch.language)
    if (typeof result !== 'string') return [result]
    skip(report, result)
    return []
  })
}

/** The account of each author; the shared former member where the source has forgotten them. */
async function authorsOf(
  ctx: Context,
  batch: Batch,
  items: readonly Converted[],
): Promise<(item: Converted) => string> {
  const known = await sources(
    ctx,
    batch,
    ['user'],
    items.map((item) => item.author),
  )
  const idOf = (item: Converted) => (item.author === undefined ? undefined : known.get(item.author)?.id)
  const isForgotten = items.some((item) => !idOf(item))
  const [former] = isForgotten
    ? await createDormantMembers(ctx, [{ displayName: null, createdAt: ctx.now }])
    : []
  return (item) => idOf(item) ?? former!
}

export const takeUsers: Take = async (ctx, batch, rows) => {
  const report = batch.tally.kinds.users
  const people = rows.flatMap((row) => {
    report.read++
    const createdAt = dateOf(row['CreationDate'])
    if (row['Id'] && createdAt) return [{ key: row['Id'], createdAt, displayName: nameOf(row) }]
    skip(report, row['Id'] ? 'noDate' : 'noId')
    return []
  })
  // Accounts are made with identifiers of their own, so the keys are remembered afterwards.
  const known = await sources(
    ctx,
    batch,
    ['user'],
    people.map((person) => person.key),
  )
  const unique = [...new Map(people.map((person) => [person.key, person])).values()]
  const first = unique.filter(({ key }) => known.get(key)?.importId !== batch.importId)
  if (people.length > first.length) skip(report, 'duplicateId', people.length - first.length)
  const fresh = first.filter(({ key }) => !known.get(key)?.id)
  const ids = await createDormantMembers(ctx, fresh)
  await insertImportedMemberships(ctx, {
    communityId: batch.communityId,
    members: fresh.map((person, index) => ({ memberId: ids[index]!, joinedAt: person.createdAt })),
  })
  const idOf = new Map(fresh.map((person, index) => [person.key, ids[index]!]))
  await upsertSources(
    ctx.tx,
    { communityId: batch.communityId, source, kind: 'user', importId: batch.importId },
    first.map(({ key }) => ({ key, id: idOf.get(key) ?? known.get(key)!.id })),
  )
  report.taken += first.length
  report.fresh += fresh.length
}

/** Questions; posts of other kinds are remembered as left out, so that what refers to them can say so. */
export const takeQuestions: Take = async (ctx, batch, rows) => {
  const others = rows.filter((row) => row['PostTypeId'] !== '1' && row['PostTypeId'] !== '2')
  if (others.length > 0) await leaveOut(ctx, batch, others)
  const questions = convertAll<ConvertedQuestion>(
    batch,
    'questions',
    rows.filter((row) => row['PostTypeId'] === '1'),
    questionOf,
  )
  if (questions.length === 0) return
  const fresh = await sift(ctx, batch, 'questions', 'question', questions)
  const authorOf = await authorsOf(ctx, batch, fresh)
  if (fresh.length > 0) {
    await insertImportedPosts(
      ctx,
      fresh.map((question) => ({
        id: question.id,
        communityId: batch.communityId,
        kind: 'question' as const,
        authorId: authorOf(question),
        title: question.title,
        bodyMd: question.bodyMd,
        language: question.language,
        tags: question.tags,
        createdAt: question.createdAt,
        editedAt: question.editedAt,
      })),
    )
  }
  const accepted = questions.filter((question) => question.acceptedKey)
  if (accepted.length > 0)
    await addStaged(
      ctx.tx,
      batch.importId,
      'accepted',
      unique(accepted.map((question) => ({ key: question.acceptedKey!, ref: question.key, at: null, n: 0 }))),
    )
  const closed = questions.filter((question) => question.closedAt)
  if (closed.length > 0)
    await addStaged(
      ctx.tx,
      batch.importId,
      'closed',
      unique(closed.map((question) => ({ key: question.key, ref: null, at: question.closedAt!, n: 0 }))),
    )
}

async function leaveOut(ctx: Context, batch: Batch, rows: readonly Row[]): Promise<void> {
  const report = batch.tally.kinds.otherPosts
  for (const row of rows) {
    report.read++
    skip(report, row['PostTypeId'] === '4' || row['PostTypeId'] === '5' ? 'tagWiki' : 'otherPost')
  }
  const keys = [...new Set(rows.map((row) => row['Id']).filter((key) => key !== undefined))]
  await upsertSources(
    ctx.tx,
    { communityId: batch.communityId, source, kind: 'otherPost', importId: batch.importId },
    keys.map((key) => ({ key, id: null })),
  )
}

export const takeAnswers: Take = async (ctx, batch, rows) => {
  const answers = convertAll<ConvertedReply>(
    batch,
    'answers',
    rows.filter((row) => row['PostTypeId'] === '2'),
    answerOf,
  )
  await takeReplies(ctx, batch, 'answers', 'answer', answers)
}

export const takeComments: Take = async (ctx, batch, rows) => {
  const comments = convertAll<ConvertedReply>(batch, 'comments', rows, commentOf)
  await takeReplies(ctx, batch, 'comments', 'comment', comments)
}

/** Answers go on questions; comments on questions, or under an answer. */
async function takeReplies(
  ctx: Context,
  batch: Batch,
  kind: 'answers' | 'comments',
  sourceKind: 'answer' | 'comment',
  items: readonly ConvertedReply[],
): Promise<void> {
  if (items.length === 0) return
  const isAnswer = sourceKind === 'answer'
  const targets = await sources(
    ctx,
    batch,
    isAnswer ? ['question'] : ['question', 'answer', 'otherPost'],
    items.map((item) => item.onKey),
  )
  const placed = items.flatMap((item) => {
    const target = targets.get(item.onKey)
    if (target?.id && target.postId)
      return [{ ...item, postId: target.postId, parentId: target.kind === 'answer' ? target.id : null }]
    skip(batch.tally.kinds[kind], target ? 'onSkippedPost' : isAnswer ? 'absentQuestion' : 'absentPost')
    return []
  })
  const fresh = await sift(ctx, batch, kind, sourceKind, placed)
  if (fresh.length === 0) return
  const authorOf = await authorsOf(ctx, batch, fresh)
  await insertImportedComments(
    ctx,
    fresh.map((item) => ({
      id: item.id,
      communityId: batch.communityId,
      postId: item.postId,
      parentId: item.parentId,
      authorId: authorOf(item),
      isAnswer,
      bodyMd: item.bodyMd,
      language: item.language,
      createdAt: item.createdAt,
      editedAt: item.editedAt,
    })),
  )
}

/** Up votes wait, counted per post; acceptances give their date; the rest is counted with the reason. */
export const takeVotes: Take = async (ctx, batch, rows) => {
  const report = batch.tally.kinds.votes
  const targets = await sources(
    ctx,
    batch,
    ['question', 'answer', 'otherPost'],
    rows.map((row) => row['PostId']),
  )
  const up = new Map<string, number>()
  const accepted = new Map<string, Date | null>()
  for (const row of rows) {
    report.read++
    const target = targets.get(row['PostId'] ?? '')
    const type = row['VoteTypeId'] ?? ''
    if (!target) skip(report, 'orphan')
    else if (!target.id) skip(report, 'onSkippedPost')
    else if (type === '2') {
      report.taken++
      up.set(target.key, (up.get(target.key) ?? 0) + 1)
    } else if (type === '1' && target.kind === 'answer') {
      skip(report, 'acceptance')
      accepted.set(target.key, dateOf(row['CreationDate']) ?? null)
    } else skip(report, type === '1' ? 'notAnAnswer' : (voteTypes[type] ?? 'otherVote'))
  }
  if (up.size > 0)
    await addStaged(
      ctx.tx,
      batch.importId,
      'like',
      [...up].map(([key, n]) => ({ key, ref: null, at: null, n })),
    )
  if (accepted.size > 0)
    await completeStaged(
      ctx.tx,
      batch.importId,
      'accepted',
      [...accepted].map(([key, at]) => ({ key, ref: null, at })),
    )
}

/** Links between questions; a duplicate also says why its question was closed. */
export const takeLinks: Take = async (ctx, batch, rows) => {
  const report = batch.tally.kinds.links
  const targets = await sources(
    ctx,
    batch,
    ['question', 'answer', 'otherPost'],
    rows.flatMap((row) => [row['PostId'], row['RelatedPostId']]),
  )
  const links = new Map<string, { fromPostId: string; toPostId: string; kind: 'related' | 'duplicate' }>()
  const duplicates = new Map<string, string>()
  for (const row of rows) {
    report.read++
    const from = targets.get(row['PostId'] ?? '')
    const to = targets.get(row['RelatedPostId'] ?? '')
    const kind = row['LinkTypeId'] === '1' ? 'related' : row['LinkTypeId'] === '3' ? 'duplicate' : undefined
    if (!from || !to) skip(report, 'absentPost')
    else if (!from.id || !to.id || from.kind !== 'question' || to.kind !== 'question' || from.id === to.id)
      skip(report, 'notAQuestion')
    else if (!kind) skip(report, 'otherLink')
    else {
      report.taken++
      links.set(`${from.id} ${to.id} ${kind}`, { fromPostId: from.id, toPostId: to.id, kind })
      if (kind === 'duplicate') duplicates.set(from.key, to.key)
    }
  }
  if (links.size > 0) report.fresh += await insertImportedLinks(ctx, [...links.values()])
  if (duplicates.size > 0)
    await completeStaged(
      ctx.tx,
      batch.importId,
      'closed',
      [...duplicates].map(([key, ref]) => ({ key, ref, at: null })),
    )
}

/** Tags travel on the questions; their descriptions do not. */
export const takeTags: Take = (_ctx, batch, rows) => {
  const report = batch.tally.kinds.tags
  for (const row of rows) {
    report.read++
    if (Number(row['Count']) > 0) report.taken++
    else skip(report, 'unusedTag')
  }
  return Promise.resolve()
}

export const countBadges: Take = (_ctx, batch, rows) => {
  batch.tally.kinds.badges.read += rows.length
  skip(batch.tally.kinds.badges, 'badge', rows.length)
  return Promise.resolve()
}

const unique = <R extends { key: string }>(rows: readonly R[]): R[] => [
  ...new Map(rows.map((row) => [row.key, row])).values(),
]
