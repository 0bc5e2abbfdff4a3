import type { Contact } from '#modules/pulse/shapes.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface SaidRow {
  youSaid: string
  weDo: string
  weWillNot: string
  publishedAt: Date | null
  themeId: string | null
}

export const findSaid = (tx: Tx, waveId: string): Promise<SaidRow | undefined> =>
  tx.row<SaidRow>(
    `select you_said as "youSaid", we_do as "weDo", we_will_not as "weWillNot", published_at as "publishedAt",
            theme_id as "themeId" from pulse.said where wave_id = $1`,
    [waveId],
  )

/** Zero rows: it is published already. */
export const writeSaid = (
  tx: Tx,
  waveId: string,
  said: Pick<SaidRow, 'youSaid' | 'weDo' | 'weWillNot'>,
): Promise<number> =>
  tx.run(
    `insert into pulse.said (wave_id, you_said, we_do, we_will_not) values ($1, $2, $3, $4)
     on conflict (wave_id) do update set you_said = excluded.you_said, we_do = excluded.we_do,
       we_will_not = excluded.we_will_not where pulse.said.published_at is null`,
    [waveId, said.youSaid, said.weDo, said.weWillNot],
  )

export const publishSaid = (
  tx: Tx,
  waveId: string,
  by: string,
  themeId: string | null,
  now: Date,
): Promise<number> =>
  tx.run(
    `update pulse.said set published_at = $4, published_by = $2, theme_id = $3 where wave_id = $1 and published_at is null`,
    [waveId, by, themeId, now],
  )

export const listContacts = (tx: Tx): Promise<Contact[]> =>
  tx.rows<Contact>(`select kind, name, reach from pulse.contact order by position`)

export async function replaceContacts(
  tx: Tx,
  contacts: readonly Contact[],
  options: { demo?: boolean } = {},
): Promise<void> {
  await tx.run(`delete from pulse.contact`)
  await tx.run(
    `insert into pulse.contact (position, kind, name, reach, demo)
     select c.position, c.kind, c.name, c.reach, $4
       from unnest($1::text[], $2::text[], $3::text[]) with ordinality c (kind, name, reach, position)`,
    [
      contacts.map(({ kind }) => kind),
      contacts.map(({ name }) => name),
      contacts.map(({ reach }) => reach),
      options.demo ?? false,
    ],
  )
}

/** Only for the demo company. */
export const deleteDemoContacts = (tx: Tx): Promise<number> => tx.run(`delete from pulse.contact where demo`)
