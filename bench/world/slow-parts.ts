import type { PoolClient } from 'pg'

/** An index or a foreign key that is rebuilt at the end: one sort instead of millions of insertions. */
export interface SlowPart {
  name: string
  drop: string
  create: string
}

/**
 * Indexes that no constraint stands on and foreign keys of these tables, as PostgreSQL itself writes them down. Unique
 * keys stay: they are cheap in the order of time, and foreign keys of other tables stand on them.
 */
export async function findSlowParts(
  client: PoolClient,
  tables: readonly string[],
): Promise<{ indexes: SlowPart[]; keys: SlowPart[] }> {
  const indexes = await client.query<SlowPart>(
    `select i.indexrelid::regclass::text as name, 'drop index ' || i.indexrelid::regclass as drop, pg_get_indexdef(i.indexrelid) as create
       from pg_index i where i.indrelid = any($1::regclass[]) and not i.indisunique order by 1`,
    [tables],
  )
  const keys = await client.query<SlowPart>(
    `select conname as name, format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as create
       from pg_constraint where conrelid = any($1::regclass[]) and contype = 'f' order by 1`,
    [tables],
  )
  return { indexes: indexes.rows, keys: keys.rows }
}
