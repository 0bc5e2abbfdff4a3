import type { Tx } from '#platform/db/tx.ts'

/** What is stored of one person, as titles and days. */
export const findOwnTraces = async (
  tx: Tx,
  memberId: string,
): Promise<{ attends: string[]; waits: string[]; declined: string[]; present: string[]; chosen: string[] }> =>
  (await tx.row(
    `select coalesce(array_agg(g.title order by g.starts_at desc) filter (where a.attends is not null), '{}') as attends,
            coalesce(array_agg(g.title order by g.starts_at desc) filter (where a.waits_for is not null), '{}') as waits,
            coalesce(array_agg(g.title order by g.starts_at desc)
              filter (where a.member_id is not null and a.attends is null and a.waits_for is null), '{}') as declined,
            coalesce(array_agg(g.title || ' · ' || to_char(p.at, 'YYYY-MM-DD') order by p.at desc) filter (where p.at is not null), '{}') as present,
            array(select case when remind_day then 'day' else 'noDay' end from gatherings.preference where member_id = $1) as chosen
       from gatherings.gathering g
       left join gatherings.answer a on a.gathering_id = g.id and a.member_id = $1
       left join gatherings.presence p on p.gathering_id = g.id and p.member_id = $1
      where a.member_id is not null or p.member_id is not null`,
    [memberId],
  ))!
