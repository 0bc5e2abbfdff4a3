import { communityRefSql, seeableCommunitySql } from '#modules/communities/public.ts'
import type { Heard, Journal } from '#modules/programmes/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { personSql } from '../sql.ts'
import type { Viewer } from './programmes.ts'

const heardColumns = `h.id, h.sort, h.source, h.heard_on::text as "on", h.text, h.tag, ${personSql('h.written_by')} as by,
  h.names_agreed as "namesAgreed",
  (select jsonb_build_object('id', h.theme_id, 'slug', c.slug) from communities.community c
    where c.id = h.theme_community_id and h.theme_id is not null and ${seeableCommunitySql('c', '$1::uuid', '$2::boolean')}) as theme`

export const listHeard = (
  tx: Tx,
  viewer: Viewer,
  programmeId: string,
  after: { on: string | null; id: string | null },
  limit: number,
): Promise<Heard[]> =>
  tx.rows<Heard>(
    `select ${heardColumns} from programmes.heard h
      where h.programme_id = $3 and ($4::date is null or (h.heard_on, h.id) < ($4::date, $5::uuid))
      order by h.heard_on desc, h.id desc limit $6`,
    [...viewer, programmeId, after.on, after.id, limit],
  )

export const findHeard = (
  tx: Tx,
  viewer: Viewer,
  programmeId: string,
  heardId: string,
): Promise<Heard | undefined> =>
  tx.row<Heard>(`select ${heardColumns} from programmes.heard h where h.programme_id = $3 and h.id = $4`, [
    ...viewer,
    programmeId,
    heardId,
  ])

export const countHeard = async (tx: Tx, programmeId: string): Promise<Journal['counts']> =>
  (await tx.row<Journal['counts']>(
    `select count(*) filter (where tag = 'need')::int as need, count(*) filter (where tag = 'irritant')::int as irritant,
            count(*) filter (where tag = 'idea')::int as idea, count(*)::int as "all"
       from programmes.heard where programme_id = $1`,
    [programmeId],
  ))!

export interface HeardRow {
  id: string
  programmeId: string
  sort: string
  source: string
  namesAgreed: boolean
  on: string
  text: string
  tag: string | null
  by: string | null
  at: Date
}
export const insertHeard = (tx: Tx, row: HeardRow) =>
  tx.run(
    `insert into programmes.heard (id, programme_id, sort, source, names_agreed, heard_on, text, tag, written_at, written_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.programmeId,
      row.sort,
      row.source,
      row.namesAgreed,
      row.on,
      row.text,
      row.tag,
      row.at,
      row.by,
    ],
  )
export const updateHeard = (tx: Tx, row: Omit<HeardRow, 'programmeId' | 'by' | 'at'>): Promise<number> =>
  tx.run(
    `update programmes.heard set sort = $2, source = $3, names_agreed = $4, heard_on = $5, text = $6, tag = $7 where id = $1`,
    [row.id, row.sort, row.source, row.namesAgreed, row.on, row.text, row.tag],
  )
export const deleteHeard = (tx: Tx, programmeId: string, heardId: string): Promise<number> =>
  tx.run('delete from programmes.heard where programme_id = $1 and id = $2', [programmeId, heardId])
export const setHeardTheme = (tx: Tx, heardId: string, themeId: string, communityId: string) =>
  tx.run('update programmes.heard set theme_id = $2, theme_community_id = $3 where id = $1', [
    heardId,
    themeId,
    communityId,
  ])

/** Whether a text says the whole name of somebody who works here; seldom asked, so it may read the directory once. */
export const namesSomebody = async (tx: Tx, text: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from people.member m where m.state = 'active' and length(m.display_name) > 5
        and position(m.sort_name in people.fold($1)) > 0 limit 1`,
    [text],
  )) !== undefined

export interface PlanningRow {
  question: 'structure' | 'information' | 'aims'
  id: string
  text: string
  at: string
  by: Heard['by']
}
export const listPlanning = (tx: Tx, viewer: Viewer, programmeId: string): Promise<PlanningRow[]> =>
  tx.rows<PlanningRow>(
    `select a.question, a.id, a.text, ${instantSql('a.at')} as at, ${personSql('a.by_member_id')} as by
       from programmes.planning_answer a where a.programme_id = $3 order by a.at desc, a.id desc limit 60`,
    [...viewer, programmeId],
  )
export const insertPlanning = (
  tx: Tx,
  row: { id: string; programmeId: string; question: string; text: string; by: string | null; at: Date },
) =>
  tx.run(
    `insert into programmes.planning_answer (id, programme_id, question, text, at, by_member_id) values ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.programmeId, row.question, row.text, row.at, row.by],
  )

/** Communities of the programme that the viewer manages: there a theme may begin. */
export const listManaged = (
  tx: Tx,
  viewer: Viewer,
  programmeId: string,
): Promise<Journal['themeCommunities']> =>
  tx
    .rows<{ ref: Journal['themeCommunities'][number] }>(
      `select ${communityRefSql('c')} as ref from programmes.programme_community pc join communities.community c on c.id = pc.community_id
        where pc.programme_id = $3 and $2::boolean and c.stage <> 'archived' and exists (
          select 1 from communities.community_role r where r.community_id = c.id and r.member_id = $1::uuid and r.role = 'manager')
        order by pc.linked_at`,
      [...viewer, programmeId],
    )
    .then((rows) => rows.map(({ ref }) => ref))
