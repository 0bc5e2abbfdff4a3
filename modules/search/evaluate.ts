import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { insertImportedComments, insertImportedPosts } from '#modules/discussions/public.ts'
import { systemActor } from '#platform/context.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { startTestCluster } from '#platform/db/embedded/test-cluster.ts'
import { openDb } from '#platform/db/pool.ts'
import type { Db } from '#platform/db/pool.ts'
import { prepareDatabase } from '#platform/db/prepare.ts'
import { newId } from '#platform/ids.ts'
import { createLog } from '#platform/log.ts'
import { htmlToMarkdown } from '#platform/markdown/html-to-markdown.ts'
import { indexPosts } from './public.ts'
import { fold, isStopWord } from './server/ask.ts'
import { search } from './server/operations/search.ts'

// How well a proposal's title finds its own body. The body is indexed without the title, beside the arguments of
// everybody about every proposal; the query is the title, through the search that members use.

interface Proposal {
  title: string
  body: string
  arguments: { body: string; at: Date }[]
  at: Date
}

/** The proposals of a folder of consultation files, by file name. */
export async function readProposals(folder: string): Promise<Proposal[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  const read = await Promise.all(
    files.map(async (name): Promise<Proposal | undefined> => {
      const text = await readFile(join(folder, name), 'utf8')
      // Some files of the collection are empty: the proposal was not there.
      if (text.trim() === '') return undefined
      const { opinion } = JSON.parse(text) as {
        opinion: {
          title: string
          body: string
          created_at: string
          arguments: { body: string; created_at: string; is_enabled: boolean }[]
        }
      }
      return {
        title: opinion.title,
        body: htmlToMarkdown(opinion.body),
        at: new Date(opinion.created_at),
        arguments: opinion.arguments
          .filter((argument) => argument.is_enabled)
          .map((argument) => ({ body: htmlToMarkdown(argument.body), at: new Date(argument.created_at) })),
      }
    }),
  )
  return read.filter((one) => one !== undefined)
}

export interface Evaluation {
  n: number
  texts: number
  hitAt1: number
  hitAt10: number
  /** The conversation is among the ten first, by its body or by an argument in it. */
  conversationAt10: number
  /** Mean of 1 ÷ rank, 0 where it is not on the first page (20). */
  meanReciprocalRank: number
}

export interface World {
  /** A post per proposal, in their order. */
  posts: string[]
  texts: number
  viewer: MemberContext
}

/** Writes the proposals' bodies and arguments into an empty database; `authorId` wrote them all and searches. */
export async function writeWorld(
  ctx: Context,
  proposals: readonly Proposal[],
  authorId: string,
  communityId: string,
): Promise<World> {
  const posts = proposals.map(() => newId())
  await insertImportedPosts(
    ctx,
    proposals.map((proposal, index) => ({
      id: posts[index]!,
      communityId,
      kind: 'idea' as const,
      authorId,
      title: null,
      bodyMd: proposal.body || '…',
      language: 'fr' as const,
      tags: [],
      createdAt: proposal.at,
    })),
  )
  const comments = proposals.flatMap((proposal, index) =>
    proposal.arguments.map((argument) => ({
      id: newId(),
      communityId,
      postId: posts[index]!,
      parentId: null,
      authorId,
      isAnswer: false,
      bodyMd: argument.body || '…',
      language: 'fr' as const,
      createdAt: argument.at,
    })),
  )
  for (let i = 0; i < comments.length; i += 500) await insertImportedComments(ctx, comments.slice(i, i + 500))
  await indexPosts(ctx, posts)
  return {
    posts,
    texts: posts.length + comments.length,
    viewer: {
      actor: {
        kind: 'member',
        memberId: authorId,
        memberKind: 'employee',
        isAdministrator: false,
        language: 'fr',
        sessionId: authorId,
      },
      tx: ctx.tx,
      now: ctx.now,
    } as MemberContext,
  }
}

/** Searches every title; a hit is the proposal's own body, an argument about it is none. */
export async function evaluate(
  world: World,
  titles: readonly string[],
  more: { kind?: 'idea' } = {},
): Promise<Evaluation & { ranks: number[] }> {
  const ranks: number[] = []
  let conversations = 0
  for (const [index, title] of titles.entries()) {
    const { items } = await search(world.viewer, { q: title.slice(0, 400), ...more })
    if (items.slice(0, 10).some((item) => item.postId === world.posts[index])) conversations++
    ranks.push(items.findIndex((item) => item.kind === 'post' && item.id === world.posts[index]) + 1)
  }
  const share = (is: (rank: number) => boolean) => ranks.filter(is).length / ranks.length
  return {
    n: ranks.length,
    texts: world.texts,
    hitAt1: share((rank) => rank === 1),
    hitAt10: share((rank) => rank >= 1 && rank <= 10),
    conversationAt10: conversations / ranks.length,
    meanReciprocalRank: ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length,
    ranks,
  }
}

/** One random edit in each word that carries meaning and has at least four letters: drop, swap, double or replace. */
export function misspell(title: string, random: () => number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  return title.replace(/\p{L}{4,}/gu, (word) => {
    if (isStopWord(word)) return word
    const at = Math.floor(random() * (word.length - 1))
    const edit = Math.floor(random() * 4)
    if (edit === 0) return word.slice(0, at) + word.slice(at + 1)
    if (edit === 1) return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
    if (edit === 2) return word.slice(0, at) + word[at]! + word.slice(at)
    return word.slice(0, at) + letters[Math.floor(random() * 26)]! + word.slice(at + 1)
  })
}

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A community and its author in an empty database. */
export async function groundFor(db: Db): Promise<{ ctx: Context; authorId: string; communityId: string }> {
  const [authorId, communityId] = [newId(), newId()]
  await db.read.run(
    `insert into people.member (id, state, email, display_name) values ($1, 'active', 'auteur@exemple.test', 'Auteur')`,
    [authorId],
  )
  await db.read.run(
    `insert into communities.community (id, slug, kind, visibility, name, purpose)
     values ($1, 'consultation', 'interest', 'open', '{"fr": "Consultation"}', '{"fr": "Débattre"}')`,
    [communityId],
  )
  const ctx: Context = { actor: systemActor('evaluation'), tx: db.read, now: new Date() }
  return { ctx, authorId, communityId }
}

/** A database that exists while `work` runs: in a cluster of its own, or in the server of DATABASE_URL. */
async function withThrowAwayDatabase(work: (db: Db) => Promise<void>): Promise<void> {
  const given = process.env['DATABASE_URL']
  const cluster = given ? { adminUrl: given, stop: () => Promise.resolve() } : await startTestCluster()
  const admin = new pg.Client({ connectionString: cluster.adminUrl })
  await admin.connect()
  const name = `evaluation_${process.pid}`
  try {
    await admin.query(`create database ${name}`)
    const url = new URL(cluster.adminUrl)
    url.pathname = `/${name}`
    await prepareDatabase(url.href)
    const db = openDb(url.href, createLog({ level: 'silent' }), { max: 2 })
    try {
      await work(db)
    } finally {
      await db.close()
    }
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    await cluster.stop()
  }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/data/consultation-fr' },
      misses: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
    },
  })
  const proposals = await readProposals(values.data)
  await withThrowAwayDatabase(async (db) => {
    const { ctx, authorId, communityId } = await groundFor(db)
    const world = await writeWorld(ctx, proposals, authorId, communityId)
    const titles = proposals.map((proposal) => proposal.title)
    const right = await evaluate(world, titles)
    const alone = await evaluate(world, titles, { kind: 'idea' })
    const random = seeded(Number(values.seed))
    const wrong = await evaluate(
      world,
      titles.map((title) => misspell(title, random)),
    )
    print(`${right.n} titles against ${right.texts} texts (bodies without titles, and arguments)`)
    for (const [name, one] of [
      ['as written', right],
      ['bodies alone', alone],
      ['a slip in every word', wrong],
    ] as const)
      print(
        `${name.padEnd(22)} hit@1 ${(100 * one.hitAt1).toFixed(1)} %   hit@10 ${(100 * one.hitAt10).toFixed(1)} %   MRR ${one.meanReciprocalRank.toFixed(3)}   (conversation@10 ${(100 * one.conversationAt10).toFixed(1)} %)   n ${one.n}`,
      )
    if (values.misses)
      right.ranks.forEach((rank, index) => {
        if (rank === 0 || rank > 10)
          print(`  ${rank || '—'}  ${fold(titles[index]!)}  (${proposals[index]!.body.length} letters)`)
      })
  })
}
if (import.meta.main) await main()
