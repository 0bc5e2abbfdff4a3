import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findBinaries } from '#platform/db/embedded/binaries.ts'
import { ensureOwner } from '#platform/db/embedded/cluster.ts'
import { chooseAddress, startPostmaster } from '#platform/db/embedded/postmaster.ts'
import { findRunAs } from '#platform/db/embedded/run-as.ts'

/** One row of one table, as a superuser reads it. */
export interface StolenRow {
  table: string
  /** The row as JSON text. */
  json: string
  /** The transaction that wrote it, and where it lies. */
  xmin: number
  page: number
  line: number
}

/** What a thief of a whole data folder holds. */
export interface Evidence {
  rows: StolenRow[]
  /** The write-ahead log in its order, page headers taken out: segments kept for recycling included. */
  wal: Buffer
  /** Every file of every table and index as bytes: rows that are gone leave traces there. */
  files: { path: string; bytes: Buffer }[]
  logs: string[]
}

const pageSize = 8192

/** Reads a copy of a PostgreSQL folder with the rights of whoever owns the disk: superuser, raw files, log. */
export async function readStolenFolder(folder: string, logs: string[]): Promise<Evidence> {
  const parent = mkdtempSync(join(tmpdir(), 'preau-stolen-'))
  const copy = join(parent, 'postgres')
  try {
    cpSync(folder, copy, { recursive: true, preserveTimestamps: true })
    const wal = readWal(join(copy, 'pg_wal'))
    const files = readFiles(join(copy, 'base'))
    return { rows: await readRows(copy), wal, files, logs }
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
}

/** Starts the copy for its thief, who lets themself in without a password. */
async function readRows(folder: string): Promise<StolenRow[]> {
  chmodSync(folder, 0o700)
  const runAs = findRunAs(folder)
  writeFileSync(join(folder, 'pg_hba.conf'), 'local all all trust\nhost all all 127.0.0.1/32 trust\n')
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  const cluster = { folder, runAs, binaries: findBinaries(runAs) }
  ensureOwner(cluster)
  const address = await chooseAddress(folder)
  const server = await startPostmaster(cluster, address, {}, () => {})
  const client = new pg.Client({ ...address, user: 'postgres', database: 'preau' })
  try {
    await client.connect()
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    )
    const found: StolenRow[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ json: string; xmin: string; ctid: string }>(
        `select to_jsonb(t)::text as json, t.xmin::text as xmin, t.ctid::text as ctid from ${name} t`,
      )
      for (const { json, xmin, ctid } of rows) {
        const [page = 0, line = 0] = ctid.slice(1, -1).split(',').map(Number)
        found.push({ table: name, json, xmin: Number(xmin), page, line })
      }
    }
    return found
  } finally {
    await client.end()
    await server.stop()
  }
}

/**
 * Pages of the log sorted by the position that each says it has, without their headers (24 bytes, 40 on the first
 * page of a segment): a record that goes over a page's end can be read in one piece.
 */
function readWal(folder: string): Buffer {
  const pages: { at: bigint; body: Buffer }[] = []
  for (const name of readdirSync(folder)) {
    if (!/^[0-9A-F]{24}$/.test(name)) continue
    const bytes = readFileSync(join(folder, name))
    for (let from = 0; from + pageSize <= bytes.length; from += pageSize) {
      const info = bytes.readUInt16LE(from + 2)
      const at = bytes.readBigUInt64LE(from + 8)
      if (at === 0n) continue
      const isLong = (info & 2) !== 0
      pages.push({ at, body: bytes.subarray(from + (isLong ? 40 : 24), from + pageSize) })
    }
  }
  pages.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return Buffer.concat(pages.map(({ body }) => body))
}

function readFiles(folder: string): { path: string; bytes: Buffer }[] {
  const found: { path: string; bytes: Buffer }[] = []
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inner = join(path, entry.name)
      if (entry.isDirectory()) walk(inner)
      else if (statSync(inner).size > 0)
        found.push({ path: inner.slice(folder.length), bytes: readFileSync(inner) })
    }
  }
  walk(folder)
  return found
}

/** Where `needle` stands in `hay`, in order. */
export function positionsOf(hay: Buffer, needle: Buffer): number[] {
  const found: number[] = []
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) found.push(at)
  return found
}

/** The sixteen bytes of a uuid, as tables and the log hold it. */
export const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
