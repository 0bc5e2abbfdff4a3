import { communityRefSql, seeableCommunitySql } from '#modules/communities/public.ts'
import type {
  Phase,
  PhaseChange,
  Population,
  ProgrammeLine,
  ProgrammeState,
} from '#modules/programmes/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { personSql, populationMemberSql, readableProgrammeSql } from '../sql.ts'

export type Viewer = [id: string, isEmployee: boolean]

export interface ReadableRow {
  id: string
  name: LocalText
  phase: Phase
  state: ProgrammeState
  visibility: 'company' | 'circle'
  leaderId: string
  coLeaderIds: string[]
  sponsorId: string | null
  sponsorAgreed: boolean
  problemCommunityId: string | null
  communityIds: string[]
}

/** Columns of what decides who may do what. */
const facts = `p.id, p.name, p.phase, p.state, p.visibility, p.leader_id as "leaderId",
  array(select l.member_id from programmes.co_leader l where l.programme_id = p.id order by l.since, l.member_id) as "coLeaderIds",
  p.sponsor_id as "sponsorId", p.sponsor_agreed_at is not null as "sponsorAgreed", p.problem_community_id as "problemCommunityId",
  array(select pc.community_id from programmes.programme_community pc where pc.programme_id = p.id order by pc.linked_at, pc.community_id) as "communityIds"`

export const findReadable = (tx: Tx, viewer: Viewer, programmeId: string, sees: boolean) =>
  tx.row<ReadableRow>(
    `select ${facts} from programmes.programme p
      where p.id = $3::uuid and ($4::boolean or ${readableProgrammeSql('p', '$1::uuid', '$2::boolean')})`,
    [...viewer, programmeId, sees],
  )

/** Those that one may read; the system reads all. `running` keeps one state. */
export const listReadable = (
  tx: Tx,
  viewer: Viewer,
  sees: boolean,
  running: boolean | null,
): Promise<ReadableRow[]> =>
  tx.rows<ReadableRow>(
    `select ${facts} from programmes.programme p
      where ($3::boolean or ${readableProgrammeSql('p', '$1::uuid', '$2::boolean')})
        and ($4::boolean is null or (p.state = 'running') = $4) order by p.created_at desc, p.id desc limit 200`,
    [...viewer, sees, running],
  )

export const lockProgramme = async (tx: Tx, programmeId: string): Promise<ProgrammeState | undefined> =>
  (
    await tx.row<{ state: ProgrammeState }>(
      'select state from programmes.programme where id = $1 for no key update',
      [programmeId],
    )
  )?.state

/** Communities of programme `p` that the viewer may know of. */
export const communitiesSql = `coalesce((select jsonb_agg(${communityRefSql('c')} order by pc.linked_at, c.id)
  from programmes.programme_community pc join communities.community c on c.id = pc.community_id
 where pc.programme_id = p.id and ${seeableCommunitySql('c', '$1::uuid', '$2::boolean')}), '[]')`

/** Running ones, latest change first, then those that were closed. */
export const listLines = (
  tx: Tx,
  viewer: Viewer,
  today: string,
  communityId: string | null,
): Promise<ProgrammeLine[]> =>
  tx.rows<ProgrammeLine>(
    `select p.id, p.name, p.phase, p.state, p.visibility, p.vision, ${personSql('p.leader_id')} as leader,
            ${personSql('p.sponsor_id')} as sponsor, ${communitiesSql} as communities,
            (select jsonb_build_object('on', k.on_day::text, 'title', k.title) from programmes.card k
              where k.programme_id = p.id and k.kind in ('message', 'training', 'action') and k.on_day >= $3::date
                and k.done_at is null and k.refused_at is null order by k.on_day, k.id limit 1) as next,
            (select ${instantSql('cl.at')} from programmes.closing cl where cl.programme_id = p.id) as "closedAt"
       from programmes.programme p
      where ${readableProgrammeSql('p', '$1::uuid', '$2::boolean')}
        and ($4::uuid is null or exists (select 1 from programmes.programme_community pc
                                          where pc.programme_id = p.id and pc.community_id = $4))
      order by (p.state = 'closed'), p.changed_at desc, p.id desc limit 200`,
    [...viewer, today, communityId],
  )

export interface DetailRow {
  vision: string | null
  whyNow: string | null
  problem: string | null
  baseline: string | null
  baselineOn: string | null
  leader: ProgrammeLine['leader']
  coLeaders: NonNullable<ProgrammeLine['leader']>[]
  sponsor: ProgrammeLine['sponsor']
  sponsorAgreedAt: string | null
  communities: ProgrammeLine['communities']
  history: PhaseChange[]
  closing: {
    at: string
    wanted: string
    changed: string
    again: string
    notAgain: string
    whereNext: string | null
  } | null
  createdAt: string
}

export const findDetail = async (tx: Tx, viewer: Viewer, programmeId: string): Promise<DetailRow> =>
  (await tx.row<DetailRow>(
    `select p.vision, p.why_now as "whyNow", p.problem, p.baseline, p.baseline_on::text as "baselineOn",
            ${personSql('p.leader_id')} as leader,
            coalesce((select jsonb_agg(person order by since) from (
               select ${personSql('l.member_id')} as person, l.since from programmes.co_leader l where l.programme_id = p.id) co
              where person is not null), '[]') as "coLeaders",
            ${personSql('p.sponsor_id')} as sponsor, ${instantSql('p.sponsor_agreed_at')} as "sponsorAgreedAt",
            ${communitiesSql} as communities,
            coalesce((select jsonb_agg(jsonb_build_object('from', h.from_phase, 'to', h.to_phase, 'at', ${instantSql('h.at')},
                'by', ${personSql('h.by_member_id')}, 'reason', h.reason, 'missing', to_jsonb(h.missing)) order by h.at, h.id)
               from programmes.phase_change h where h.programme_id = p.id), '[]') as history,
            (select jsonb_build_object('at', ${instantSql('cl.at')}, 'wanted', cl.wanted, 'changed', cl.changed, 'again', cl.again,
                'notAgain', cl.not_again, 'whereNext', cl.where_next) from programmes.closing cl where cl.programme_id = p.id) as closing,
            ${instantSql('p.created_at')} as "createdAt"
       from programmes.programme p where p.id = $3::uuid`,
    [...viewer, programmeId],
  ))!

export const insertProgramme = (
  tx: Tx,
  row: {
    id: string
    name: LocalText
    visibility: string
    leaderId: string
    whyNow: string | null
    at: Date
    demo?: boolean
  },
) =>
  tx.run(
    `insert into programmes.programme (id, name, visibility, leader_id, why_now, demo, created_at, created_by, changed_at)
     values ($1, $2::jsonb, $3, $4, $5, $6, $7, $4, $7)`,
    [row.id, JSON.stringify(row.name), row.visibility, row.leaderId, row.whyNow, row.demo ?? false, row.at],
  )

const columns = {
  name: 'name',
  visibility: 'visibility',
  vision: 'vision',
  whyNow: 'why_now',
  problem: 'problem',
  baseline: 'baseline',
  baselineOn: 'baseline_on',
  problemCommunityId: 'problem_community_id',
  leaderId: 'leader_id',
  sponsorId: 'sponsor_id',
  sponsorAgreedAt: 'sponsor_agreed_at',
  phase: 'phase',
  state: 'state',
} as const
export type ProgrammeChanges = { [K in keyof typeof columns]?: string | LocalText | Date | null | undefined }

/** Writes those columns that are given. */
export async function updateProgramme(
  tx: Tx,
  programmeId: string,
  changes: ProgrammeChanges,
  at: Date,
): Promise<void> {
  const set: Record<string, unknown> = { changed_at: at }
  for (const [key, column] of Object.entries(columns)) {
    const value = changes[key as keyof typeof columns]
    if (value !== undefined) set[column] = key === 'name' ? JSON.stringify(value) : value
  }
  const db = await tx.kysely()
  await db
    .updateTable('programmes.programme')
    .set(set as never)
    .where('id', '=', programmeId)
    .execute()
}

export const insertPhaseChange = (
  tx: Tx,
  row: {
    id: string
    programmeId: string
    from: string | null
    to: string
    at: Date
    by: string | null
    reason: string | null
    missing: readonly string[]
  },
) =>
  tx.run(
    `insert into programmes.phase_change (id, programme_id, from_phase, to_phase, at, by_member_id, reason, missing)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.programmeId, row.from, row.to, row.at, row.by, row.reason, row.missing],
  )

/** The co-leaders become these. */
export async function setCoLeaders(
  tx: Tx,
  programmeId: string,
  memberIds: readonly string[],
  at: Date,
): Promise<void> {
  await tx.run('delete from programmes.co_leader where programme_id = $1 and member_id <> all($2::uuid[])', [
    programmeId,
    memberIds,
  ])
  await tx.run(
    `insert into programmes.co_leader (programme_id, member_id, since) select $1, id, $3 from unnest($2::uuid[]) as id
     on conflict do nothing`,
    [programmeId, memberIds, at],
  )
}

export const insertLink = (tx: Tx, programmeId: string, communityId: string, at: Date, isFounded: boolean) =>
  tx.run(
    `insert into programmes.programme_community (programme_id, community_id, linked_at, is_founded) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [programmeId, communityId, at, isFounded],
  )
export const deleteLink = (tx: Tx, programmeId: string, communityId: string) =>
  tx.run('delete from programmes.programme_community where programme_id = $1 and community_id = $2', [
    programmeId,
    communityId,
  ])

/** With sizes of the directory; of communities that the viewer does not know of, nothing. */
export const listPopulationRows = (
  tx: Tx,
  viewer: Viewer,
  programmeId: string,
  sees: boolean,
): Promise<Population[]> =>
  tx.rows<Population>(
    `select po.id, po.name, po.dimension, po.cell,
            (select count(*)::int from people.member m where ${populationMemberSql('po', 'm')}) as size
       from programmes.population po
      where po.programme_id = $3 and ($4::boolean or po.dimension <> 'community' or exists (
              select 1 from communities.community c where c.id = po.cell and ${seeableCommunitySql('c', '$1::uuid', '$2::boolean')}))
      order by po.id`,
    [...viewer, programmeId, sees],
  )

/** The directory's own name of a cell; undefined where there is none. */
export const findCellName = async (
  tx: Tx,
  dimension: string,
  cell: string,
): Promise<{ name: string | LocalText; isSecret: boolean } | undefined> =>
  tx.row(
    `select to_jsonb(e.name) as name, false as "isSecret" from people.entity e where $1 = 'entity' and e.id = $2::uuid
     union all select to_jsonb(s.name), false from people.site s where $1 = 'site' and s.id = $2::uuid
     union all select c.name, c.visibility = 'secret' from communities.community c where $1 = 'community' and c.id = $2::uuid`,
    [dimension, cell],
  )

/** False where the programme has it already. */
export const insertPopulation = async (
  tx: Tx,
  row: { id: string; programmeId: string; name: string; dimension: string; cell: string | null },
): Promise<boolean> =>
  (await tx.run(
    `insert into programmes.population (id, programme_id, name, dimension, cell) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [row.id, row.programmeId, row.name, row.dimension, row.cell],
  )) > 0
export const deletePopulation = (tx: Tx, programmeId: string, populationId: string) =>
  tx.run('delete from programmes.population where programme_id = $1 and id = $2', [programmeId, populationId])

export const setSaid = (
  tx: Tx,
  programmeId: string,
  key: string,
  said: boolean,
  by: string,
  at: Date,
): Promise<number> =>
  said
    ? tx.run(
        `insert into programmes.said_item (programme_id, key, said_at, said_by) values ($1, $2, $3, $4) on conflict do nothing`,
        [programmeId, key, at, by],
      )
    : tx.run('delete from programmes.said_item where programme_id = $1 and key = $2', [programmeId, key])

export const insertClosing = (
  tx: Tx,
  programmeId: string,
  row: { wanted: string; changed: string; again: string; notAgain: string; whereNext: string | null },
  by: string | null,
  at: Date,
) =>
  tx.run(
    `insert into programmes.closing (programme_id, at, by_member_id, wanted, changed, again, not_again, where_next)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [programmeId, at, by, row.wanted, row.changed, row.again, row.notAgain, row.whereNext],
  )
