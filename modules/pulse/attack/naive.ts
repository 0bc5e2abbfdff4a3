import type pg from 'pg'

export interface Given {
  member: string
  /** Item → 1–5. */
  values: Readonly<Record<string, number>>
}

const tables = (schema: string): string => `
  create schema ${schema};
  create table ${schema}.ticket (wave_id uuid, member_id uuid, answered boolean not null default false,
    primary key (wave_id, member_id));
  create table ${schema}.stage (id uuid primary key, wave_id uuid, cell_label text, item text, value smallint);
  create table ${schema}.answer (id bigserial primary key, wave_id uuid, cell_label text, item text, value smallint);`

/** What a first draft does: the answer and "has answered" together, rows in their order. */
export async function answerNaively(client: pg.Client, wave: string, given: readonly Given[]): Promise<void> {
  await client.query(tables('naive'))
  for (const { member } of given)
    await client.query('insert into naive.ticket values ($1, $2)', [wave, member])
  for (const { member, values } of given) {
    await client.query('begin')
    for (const [item, value] of Object.entries(values))
      await client.query(
        `insert into naive.answer (wave_id, cell_label, item, value) values ($1, 'Tous', $2, $3)`,
        [wave, item, value],
      )
    await client.query('update naive.ticket set answered = true where member_id = $1', [member])
    await client.query('commit')
  }
}

/**
 * What a careful draft does: random identifiers, no member beside the answer, the ticket in a transaction of its own,
 * everything written anew in a random order at the close and the stage emptied. The log remembers nevertheless.
 */
export async function answerInClear(client: pg.Client, wave: string, given: readonly Given[]): Promise<void> {
  await client.query(tables('careful'))
  for (const { member } of given)
    await client.query('insert into careful.ticket values ($1, $2)', [wave, member])
  for (const { member, values } of given) {
    for (const [item, value] of Object.entries(values))
      await client.query(`insert into careful.stage values (gen_random_uuid(), $1, 'Tous', $2, $3)`, [
        wave,
        item,
        value,
      ])
    await client.query('update careful.ticket set answered = true where member_id = $1', [member])
  }
  await client.query(
    `insert into careful.answer (wave_id, cell_label, item, value)
     select wave_id, cell_label, item, value from careful.stage order by random()`,
  )
  await client.query('truncate careful.stage')
  await client.query('delete from careful.ticket')
}
