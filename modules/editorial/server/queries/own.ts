import type { Tx } from '#platform/db/tx.ts'

/** What the calendar keeps about one person, for that person. */
export const findOwnTraces = async (
  tx: Tx,
  memberId: string,
): Promise<{ slots: string[]; subjects: string[]; turns: number }> =>
  (await tx.row<{ slots: string[]; subjects: string[]; turns: number }>(
    `select array(select s.on_day || ' · ' || s.title from editorial.slot s where s.speaker_id = $1 order by s.on_day desc limit 50) as slots,
            array(select coalesce(v.subject, c.slug) from editorial.volunteer v join communities.community c on c.id = v.community_id
                   where v.member_id = $1 order by v.since) as subjects,
            (select count(*)::int from editorial.turn t where t.member_id = $1) as turns`,
    [memberId],
  ))!
