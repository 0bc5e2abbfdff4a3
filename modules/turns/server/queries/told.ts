import { readableCommunitySql } from '#modules/communities/public.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface ToldAccount {
  id: string
  name: string
  community: { id: string; slug: string; name: { fr?: string; en?: string }; accent: string }
}
/** Accounts by identifier, as far as a person may read them now. */
export const listToldAccounts = (
  tx: Tx,
  viewer: { id: string; isEmployee: boolean },
  ids: readonly string[],
): Promise<ToldAccount[]> =>
  tx.rows(
    `select a.id, a.name, jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) as community
       from turns.account a join communities.community c on c.id = a.community_id
      where a.id = any($3::uuid[]) and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}`,
    [viewer.id, viewer.isEmployee, ids],
  )
/** Of some turns, those that are still that person's and to come, to be told, or running. */
export const listOwnTurnIds = async (tx: Tx, memberId: string, ids: readonly string[]): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select id from turns.turn where id = any($2::uuid[]) and member_id = $1 and state = 'planned'`,
      [memberId, ids],
    )
  ).map(({ id }) => id)

export interface DueTurn {
  id: string
  accountId: string
  communityId: string
  memberId: string
  week: string
  sent: number[]
}
/** Turns that begin within eight days, or ended in the last week without a word. */
export const listDueTurns = (tx: Tx, today: string): Promise<DueTurn[]> =>
  tx.rows(
    `select t.id, t.account_id as "accountId", a.community_id as "communityId", t.member_id as "memberId", t.week::text,
            array(select r.lead from turns.reminder r where r.turn_id = t.id and r.member_id = t.member_id) as sent
       from turns.turn t join turns.account a on a.id = t.account_id and a.closed_at is null
       join people.member m on m.id = t.member_id and m.state = 'active'
      where t.state = 'planned' and t.week between $1::date - 11 and $1::date + 7 order by t.week, t.id limit 5000`,
    [today],
  )
export const insertReminder = (
  tx: Tx,
  turnId: string,
  memberId: string,
  lead: number,
  at: Date,
): Promise<number> =>
  tx.run(
    'insert into turns.reminder (turn_id, member_id, lead, at) values ($1, $2, $3, $4) on conflict do nothing',
    [turnId, memberId, lead, at],
  )
/** For whoever is asked: the next turns of somebody. */
export const listNext = (
  tx: Tx,
  memberId: string,
  week: string,
): Promise<{ id: string; accountId: string; account: string; week: string }[]> =>
  tx.rows(
    `select t.id, a.id as "accountId", a.name as account, t.week::text from turns.turn t join turns.account a on a.id = t.account_id
      where t.member_id = $1 and t.state = 'planned' and t.week >= $2 and a.closed_at is null order by t.week limit 20`,
    [memberId, week],
  )
export const countTraces = async (tx: Tx, memberId: string) =>
  (await tx.row<{ crew: string[]; turns: number; log: number; looks: number; swaps: number; pauses: number }>(
    `select array(select a.name from turns.account a where exists (select 1 from turns.volunteer v where v.account_id = a.id and v.member_id = $1)
                     or exists (select 1 from turns.training r where r.account_id = a.id and r.member_id = $1) order by a.name) as crew,
            (select count(*)::int from turns.turn where member_id = $1) as turns,
            (select count(*)::int from turns.turn where member_id = $1 and state = 'done') as log,
            (select count(*)::int from turns.look l join turns.turn t on t.id = l.turn_id where $1 in (l.to_member_id, t.member_id)) as looks,
            (select count(*)::int from turns.swap where $1 in (asked_by, to_member_id)) as swaps,
            (select count(*)::int from turns.pause where member_id = $1) as pauses`,
    [memberId],
  ))!
