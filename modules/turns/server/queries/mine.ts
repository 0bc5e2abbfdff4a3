import { readableCommunitySql } from '#modules/communities/public.ts'
import type { MyTurn, MyTurns } from '#modules/turns/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { accountCardSql } from './accounts.ts'

interface Viewer {
  id: string
  isEmployee: boolean
}
const readableSql = readableCommunitySql('c', '$1::uuid', '$2::boolean')
const memberOf = (sql: string, alias: string): string =>
  `(select ${memberCardSql(alias)} from people.member ${alias} where ${alias}.id = ${sql})`
const lookSql = (l: string, turn: string): string =>
  `jsonb_build_object('id', ${l}.id, 'by', ${memberOf(`${turn}.member_id`, 'lby')}, 'to', ${memberOf(`${l}.to_member_id`, 'lto')},
     'text', ${l}.text, 'answer', ${l}.answer, 'isMine', ${turn}.member_id = $1::uuid)`

/** My turns that run, are to come, or were left without a word in the last five weeks; those told in the last four. */
export const listMyTurns = (tx: Tx, viewer: Viewer, week: string): Promise<MyTurn[]> =>
  tx.rows(
    `select t.id, ${accountCardSql('a', 'c', '$3::date')} as account, t.week::text, t.state, a.checklist,
            array(select k.item from turns.tick k where k.turn_id = t.id) as ticked, t.links, t.word, a.opened_how as "openedHow",
            (select jsonb_build_object('id', b.id, 'week', b.week, 'member', ${memberOf('b.member_id', 'bm')}, 'links', b.links, 'word', b.word)
               from turns.turn b where b.account_id = a.id and b.state = 'done' and b.week < t.week
              order by b.week desc limit 1) as before,
            case when t.state <> 'planned' or t.week < $3::date then '[]'::jsonb else coalesce((
              select jsonb_agg(jsonb_build_object('turnId', o.id, 'week', o.week, 'member', ${memberOf('o.member_id', 'om')}) order by o.week)
                from turns.turn o where o.account_id = a.id and o.state = 'planned' and o.week >= $3::date and o.member_id <> $1::uuid), '[]') end as "swapWith",
            (select jsonb_build_object('swapId', s.id, 'week', w.week, 'member', ${memberOf('s.to_member_id', 'sm')})
               from turns.swap s join turns.turn w on w.id = s.with_turn_id
              where s.turn_id = t.id and s.asked_by = $1::uuid and s.answer is null) as "swapAsked",
            coalesce((select jsonb_agg(${lookSql('l', 't')} order by l.asked_at) from turns.look l where l.turn_id = t.id), '[]') as looks,
            coalesce((select jsonb_agg(${memberCardSql('km')} order by km.sort_name) from people.member km
              where km.state = 'active' and km.id <> $1::uuid and (km.id = a.owner_id
                 or exists (select 1 from turns.training r where r.account_id = a.id and r.member_id = km.id))
                and exists (select 1 from communities.membership ms where ms.community_id = c.id and ms.member_id = km.id)), '[]') as lookers
       from turns.turn t join turns.account a on a.id = t.account_id join communities.community c on c.id = a.community_id
      where t.member_id = $1::uuid and ${readableSql} and a.closed_at is null
        and (t.state = 'planned' and t.week >= $3::date - 35 or t.state = 'done' and t.week >= $3::date - 28)
      order by t.state = 'done', t.week, t.id limit 40`,
    [viewer.id, viewer.isEmployee, week],
  )

export const listSwapsAsked = (tx: Tx, viewer: Viewer): Promise<MyTurns['swaps']> =>
  tx.rows(
    `select s.id, jsonb_build_object('id', a.id, 'name', a.name) as account, ${memberOf('s.asked_by', 'sm')} as by,
            mine.week::text as "myWeek", theirs.week::text as "theirWeek", ${instantSql('s.asked_at')} as "askedAt"
       from turns.swap s join turns.turn theirs on theirs.id = s.turn_id join turns.turn mine on mine.id = s.with_turn_id
       join turns.account a on a.id = mine.account_id join communities.community c on c.id = a.community_id
      where s.to_member_id = $1::uuid and s.answer is null and ${readableSql} order by s.asked_at limit 20`,
    [viewer.id, viewer.isEmployee],
  )

/** Looks asked of me that still wait. */
export const listLooksAsked = (tx: Tx, viewer: Viewer): Promise<MyTurns['looks']> =>
  tx.rows(
    `select jsonb_build_object('id', a.id, 'name', a.name) as account, ${lookSql('l', 't')} as look
       from turns.look l join turns.turn t on t.id = l.turn_id
       join turns.account a on a.id = t.account_id join communities.community c on c.id = a.community_id
      where l.to_member_id = $1::uuid and l.answered_at is null and ${readableSql} order by l.asked_at limit 20`,
    [viewer.id, viewer.isEmployee],
  )
export const listPauses = (tx: Tx, memberId: string, today: string): Promise<MyTurns['pauses']> =>
  tx.rows(
    `select id, from_day::text as "from", to_day::text as "to" from turns.pause
      where member_id = $1 and to_day >= $2 order by from_day limit 20`,
    [memberId, today],
  )
export const insertPause = (
  tx: Tx,
  pause: { id: string; memberId: string; from: string; to: string; at: Date },
): Promise<number> =>
  tx.run('insert into turns.pause (id, member_id, from_day, to_day, said_at) values ($1, $2, $3, $4, $5)', [
    pause.id,
    pause.memberId,
    pause.from,
    pause.to,
    pause.at,
  ])
export const deletePause = (tx: Tx, pauseId: string, memberId: string): Promise<number> =>
  tx.run('delete from turns.pause where id = $1 and member_id = $2', [pauseId, memberId])

export interface TurnFacts {
  id: string
  accountId: string
  communityId: string
  memberId: string
  week: string
  state: 'planned' | 'done' | 'passed' | 'returned'
}
const turnSql = `select t.id, t.account_id as "accountId", a.community_id as "communityId", t.member_id as "memberId", t.week::text, t.state
  from turns.turn t join turns.account a on a.id = t.account_id`
/** A turn of mine. */
export const lockMyTurn = (tx: Tx, turnId: string, memberId: string): Promise<TurnFacts | undefined> =>
  tx.row(
    `${turnSql} where t.id = $1 and t.member_id = $2 and t.state in ('planned', 'done') for update of t`,
    [turnId, memberId],
  )
export const lockTurns = (tx: Tx, ids: readonly string[]): Promise<TurnFacts[]> =>
  tx.rows(`${turnSql} where t.id = any($1::uuid[]) order by t.id for update of t`, [ids])

export const setState = (tx: Tx, turnId: string, state: string, at: Date): Promise<number> =>
  tx.run('update turns.turn set state = $2, ended_at = $3 where id = $1', [turnId, state, at])
export const setEnd = (
  tx: Tx,
  turnId: string,
  end: { links: readonly string[]; word: string | null; at: Date },
): Promise<number> =>
  tx.run(`update turns.turn set state = 'done', links = $2::jsonb, word = $3, ended_at = $4 where id = $1`, [
    turnId,
    JSON.stringify(end.links),
    end.word,
    end.at,
  ])
export const setTick = (tx: Tx, turnId: string, item: string, at: Date | null): Promise<number> =>
  at
    ? tx.run('insert into turns.tick (turn_id, item, at) values ($1, $2, $3) on conflict do nothing', [
        turnId,
        item,
        at,
      ])
    : tx.run('delete from turns.tick where turn_id = $1 and item = $2', [turnId, item])

export interface SwapFacts {
  id: string
  turnId: string
  withTurnId: string
  askedBy: string
  toMemberId: string
  answer: string | null
}
export const lockSwap = (tx: Tx, swapId: string, memberId: string): Promise<SwapFacts | undefined> =>
  tx.row(
    `select id, turn_id as "turnId", with_turn_id as "withTurnId", asked_by as "askedBy", to_member_id as "toMemberId", answer
       from turns.swap where id = $1 and $2 in (asked_by, to_member_id) for update`,
    [swapId, memberId],
  )
/** Whether one of two turns is already in a change that waits. */
export const hasOpenSwap = async (tx: Tx, ids: readonly string[]): Promise<boolean> =>
  (await tx.row(
    'select 1 from turns.swap where answer is null and (turn_id = any($1::uuid[]) or with_turn_id = any($1::uuid[])) limit 1',
    [ids],
  )) !== undefined
export const insertSwap = (
  tx: Tx,
  swap: { id: string; turnId: string; withTurnId: string; askedBy: string; toMemberId: string; at: Date },
): Promise<number> =>
  tx.run(
    'insert into turns.swap (id, turn_id, with_turn_id, asked_by, to_member_id, asked_at) values ($1, $2, $3, $4, $5, $6)',
    [swap.id, swap.turnId, swap.withTurnId, swap.askedBy, swap.toMemberId, swap.at],
  )
export const setSwapAnswer = (tx: Tx, swapId: string, answer: string, at: Date): Promise<number> =>
  tx.run('update turns.swap set answer = $2, answered_at = $3 where id = $1', [swapId, answer, at])
/** Two people change places; what each had prepared is not the other's. */
export async function exchangeHolders(tx: Tx, one: TurnFacts, other: TurnFacts): Promise<void> {
  await tx.run('delete from turns.tick where turn_id = any($1::uuid[])', [[one.id, other.id]])
  await tx.run('delete from turns.look where turn_id = any($1::uuid[])', [[one.id, other.id]])
  for (const [turn, holder] of [
    [one, other.memberId],
    [other, one.memberId],
  ] as const)
    await tx.run('update turns.turn set member_id = $2, is_settled = true where id = $1', [turn.id, holder])
}

export const insertLook = (
  tx: Tx,
  look: { id: string; turnId: string; to: string; text: string; at: Date },
): Promise<number> =>
  tx.run('insert into turns.look (id, turn_id, to_member_id, text, asked_at) values ($1, $2, $3, $4, $5)', [
    look.id,
    look.turnId,
    look.to,
    look.text,
    look.at,
  ])
export interface LookFacts {
  id: string
  accountId: string
  communityId: string
  byMemberId: string
}
/** A look that waits for me. */
export const lockLook = (tx: Tx, lookId: string, memberId: string): Promise<LookFacts | undefined> =>
  tx.row(
    `select l.id, t.account_id as "accountId", a.community_id as "communityId", t.member_id as "byMemberId"
       from turns.look l join turns.turn t on t.id = l.turn_id join turns.account a on a.id = t.account_id
      where l.id = $1 and l.to_member_id = $2 for update of l`,
    [lookId, memberId],
  )
export const setLookAnswer = (tx: Tx, lookId: string, answer: string, at: Date): Promise<number> =>
  tx.run('update turns.look set answer = $2, answered_at = $3 where id = $1', [lookId, answer, at])

/** Who could look: the owner, and those who were shown how, as long as they are here. */
export const mayLook = async (tx: Tx, accountId: string, memberId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from turns.account a join people.member m on m.id = $2 and m.state = 'active'
       join communities.membership ms on ms.community_id = a.community_id and ms.member_id = m.id
      where a.id = $1 and (a.owner_id = m.id or exists (select 1 from turns.training r where r.account_id = a.id and r.member_id = m.id))`,
    [accountId, memberId],
  )) !== undefined
