import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { AccountCard, CheckItem, CrewMember, LogEntry, TurnRow } from '#modules/turns/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Columns of an AccountCard over account `a` and community `c`; `week` is the Monday that runs. */
const cardParts = (a: string, c: string, week: string): [string, string][] => [
  ['id', `${a}.id`],
  ['name', `${a}.name`],
  ['network', `${a}.network`],
  ['url', `${a}.url`],
  ['community', communityRefSql(c)],
  ['owner', `(select ${memberCardSql('own')} from people.member own where own.id = ${a}.owner_id)`],
  ['isClosed', `${a}.closed_at is not null`],
  [
    'now',
    `(select ${memberCardSql('hm')} from turns.turn h join people.member hm on hm.id = h.member_id
       where h.account_id = ${a}.id and h.week = ${week} and h.state in ('planned', 'done'))`,
  ],
]
export const accountCardSql = (a: string, c: string, week: string): string =>
  `jsonb_build_object(${cardParts(a, c, week)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(', ')})`
const cardColumnsSql = cardParts('a', 'c', '$2::date')
  .map(([name, sql]) => `${sql} as "${name}"`)
  .join(', ')

export const listAccounts = (tx: Tx, communityId: string, week: string): Promise<AccountCard[]> =>
  tx.rows(
    `select ${cardColumnsSql} from turns.account a join communities.community c on c.id = a.community_id
      where a.community_id = $1 order by a.closed_at is not null, a.name, a.id limit 100`,
    [communityId, week],
  )
export const findCard = (tx: Tx, accountId: string, week: string): Promise<AccountCard | undefined> =>
  tx.row(
    `select ${cardColumnsSql} from turns.account a join communities.community c on c.id = a.community_id where a.id = $1`,
    [accountId, week],
  )
/** Accounts that somebody keeps or owns, in communities they may read. */
export const listOwnAccounts = (
  tx: Tx,
  viewer: { id: string; isEmployee: boolean },
  week: string,
): Promise<AccountCard[]> =>
  tx.rows(
    `select ${cardColumnsSql} from turns.account a join communities.community c on c.id = a.community_id
      where a.closed_at is null and ${readableCommunitySql('c', '$1::uuid', '$3::boolean')}
        and (a.owner_id = $1::uuid or exists (select 1 from turns.volunteer v where v.account_id = a.id and v.member_id = $1::uuid)
             or exists (select 1 from turns.training r where r.account_id = a.id and r.member_id = $1::uuid))
      order by a.name, a.id limit 50`,
    [viewer.id, week, viewer.isEmployee],
  )

export interface AccountFacts {
  id: string
  communityId: string
  ambassadorProgrammeId: string | null
  name: string
  ownerId: string
  openedHow: string | null
  checklist: CheckItem[]
  startsOn: string
  horizon: number
  closedAt: Date | null
}
const factsSql = `select id, community_id as "communityId", ambassador_programme_id as "ambassadorProgrammeId", name,
   owner_id as "ownerId", opened_how as "openedHow", checklist, starts_on::text as "startsOn", horizon, closed_at as "closedAt"
  from turns.account`
export const findAccount = (tx: Tx, accountId: string): Promise<AccountFacts | undefined> =>
  tx.row(`${factsSql} where id = $1`, [accountId])
/** Two plans of one account never run side by side. */
export const lockAccount = (tx: Tx, accountId: string): Promise<AccountFacts | undefined> =>
  tx.row(`${factsSql} where id = $1 for update`, [accountId])
export const listOpenAccountIds = async (tx: Tx): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select a.id from turns.account a join communities.community c on c.id = a.community_id
        where a.closed_at is null and c.stage <> 'archived' order by a.id`,
    )
  ).map(({ id }) => id)
/** Accounts whose plan depends on one person. */
export const listAccountIdsOf = async (tx: Tx, memberId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select a.id from turns.account a join turns.training r on r.account_id = a.id and r.member_id = $1
        where a.closed_at is null order by a.id`,
      [memberId],
    )
  ).map(({ id }) => id)

export interface WrittenAccount {
  id: string
  communityId: string
  ambassadorProgrammeId: string | null
  name: string
  network: string
  url: string
  ownerId: string
  openedHow: string | null
  checklist: readonly CheckItem[]
  startsOn: string
  by: string | null
  at: Date
}
export const insertAccount = (tx: Tx, one: WrittenAccount): Promise<number> =>
  tx.run(
    `insert into turns.account (id, community_id, ambassador_programme_id, name, network, url, owner_id, opened_how, checklist,
                                starts_on, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11, $12)`,
    [
      one.id,
      one.communityId,
      one.ambassadorProgrammeId,
      one.name,
      one.network,
      one.url,
      one.ownerId,
      one.openedHow,
      JSON.stringify(one.checklist),
      one.startsOn,
      one.by,
      one.at,
    ],
  )
/** Null leaves a column as it is; `openedHow` is written whenever `hasOpenedHow`. */
export const updateAccount = (
  tx: Tx,
  accountId: string,
  now: {
    name: string | null
    network: string | null
    url: string | null
    ownerId: string | null
    hasOpenedHow: boolean
    openedHow: string | null
    checklist: readonly CheckItem[] | null
  },
): Promise<number> =>
  tx.run(
    `update turns.account set name = coalesce($2, name), network = coalesce($3, network), url = coalesce($4, url),
            owner_id = coalesce($5, owner_id), opened_how = case when $6::boolean then $7 else opened_how end,
            checklist = coalesce($8::jsonb, checklist) where id = $1`,
    [
      accountId,
      now.name,
      now.network,
      now.url,
      now.ownerId,
      now.hasOpenedHow,
      now.openedHow,
      now.checklist && JSON.stringify(now.checklist),
    ],
  )
export const setClosed = (
  tx: Tx,
  accountId: string,
  closed: { at: Date; by: string } | null,
): Promise<number> =>
  tx.run('update turns.account set closed_at = $2, closed_by = $3 where id = $1', [
    accountId,
    closed?.at ?? null,
    closed?.by ?? null,
  ])

/** Whether each of some people is an active employee and member of a community. */
export const countMembersHere = async (
  tx: Tx,
  communityId: string,
  ids: readonly string[],
): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(distinct m.id)::int as n from people.member m
       join communities.membership ms on ms.community_id = $1 and ms.member_id = m.id
      where m.id = any($2::uuid[]) and m.state = 'active' and m.kind = 'employee'`,
    [communityId, ids],
  ))!.n

/** Those who keep an account: `ids` come from an ambassador programme, null takes the volunteers. */
export const crewSql = `
  select m.id from people.member m
   join communities.membership ms on ms.community_id = (select community_id from turns.account where id = $1) and ms.member_id = m.id
  where m.state = 'active' and m.kind = 'employee'
    and case when $2::uuid[] is null then exists (select 1 from turns.volunteer v where v.account_id = $1 and v.member_id = m.id)
             else m.id = any($2::uuid[]) end`

export const listCrew = (
  tx: Tx,
  accountId: string,
  ids: readonly string[] | null,
  week: string,
): Promise<CrewMember[]> =>
  tx.rows(
    `with crew as (${crewSql})
     select ${memberCardSql('m')} as member, r.on_day::text as "trainedOn",
            case when tm.id is not null then ${memberCardSql('tm')} end as trainer,
            (select max(t.week)::text from turns.turn t where t.account_id = $1 and t.member_id = m.id
                and t.state in ('planned', 'done') and t.week < $3) as "lastWeek",
            (select min(t.week)::text from turns.turn t where t.account_id = $1 and t.member_id = m.id
                and t.state = 'planned' and t.week >= $3) as "nextWeek"
       from crew join people.member m on m.id = crew.id
       left join turns.training r on r.account_id = $1 and r.member_id = m.id
       left join people.member tm on tm.id = r.trainer_id
      order by m.sort_name, m.id limit 200`,
    [accountId, ids, week],
  )
export const isCrew = async (
  tx: Tx,
  accountId: string,
  ids: readonly string[] | null,
  memberId: string,
): Promise<boolean> =>
  (await tx.row(`select 1 from (${crewSql}) crew where crew.id = $3`, [accountId, ids, memberId])) !==
  undefined

export const listPlan = (tx: Tx, accountId: string, viewerId: string, week: string): Promise<TurnRow[]> =>
  tx.rows(
    `select t.id, t.week::text, ${memberCardSql('m')} as member, t.state, t.member_id = $2 as "isMine",
            exists (select 1 from turns.swap s where s.answer is null and t.id in (s.turn_id, s.with_turn_id)
                      and $2 in (s.asked_by, s.to_member_id)) as "isSwapAsked"
       from turns.turn t join people.member m on m.id = t.member_id
      where t.account_id = $1 and t.week >= $3 and t.state in ('planned', 'done') order by t.week limit 30`,
    [accountId, viewerId, week],
  )
const logColumns = `t.id, t.week::text, ${memberCardSql('m')} as member, t.links, t.word`
/** The log, newest first: turns that are over, told or not. */
export const listLog = (tx: Tx, accountId: string, week: string): Promise<LogEntry[]> =>
  tx.rows(
    `select ${logColumns} from turns.turn t join people.member m on m.id = t.member_id
      where t.account_id = $1 and (t.state = 'done' or t.state = 'planned' and t.week < $2)
      order by t.week desc limit 60`,
    [accountId, week],
  )

export const setVolunteer = (tx: Tx, accountId: string, memberId: string, at: Date): Promise<number> =>
  tx.run(
    'insert into turns.volunteer (account_id, member_id, since) values ($1, $2, $3) on conflict do nothing',
    [accountId, memberId, at],
  )
export const deleteVolunteer = (tx: Tx, accountId: string, memberId: string): Promise<number> =>
  tx.run('delete from turns.volunteer where account_id = $1 and member_id = $2', [accountId, memberId])
/** Answers those who were not trained before. */
export const insertTrainings = async (
  tx: Tx,
  accountId: string,
  memberIds: readonly string[],
  more: { trainerId: string; on: string; at: Date },
): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `insert into turns.training (account_id, member_id, trainer_id, on_day, noted_at)
       select $1, id, $3, $4, $5 from unnest($2::uuid[]) as id
       on conflict (account_id, member_id) do nothing returning member_id as id`,
      [accountId, memberIds, more.trainerId, more.on, more.at],
    )
  ).map(({ id }) => id)
export const isTrained = async (tx: Tx, accountId: string, memberId: string): Promise<boolean> =>
  (await tx.row('select 1 from turns.training where account_id = $1 and member_id = $2', [
    accountId,
    memberId,
  ])) !== undefined
