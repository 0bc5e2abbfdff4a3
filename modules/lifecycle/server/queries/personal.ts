import type { Tx } from '#platform/db/tx.ts'

const named = `coalesce(c.name ->> 'fr', c.name ->> 'en')`

/** What is held about one person, as that person would read it; one statement. */
export const findOwnTraces = async (
  tx: Tx,
  memberId: string,
): Promise<Record<'wishes' | 'supported' | 'core' | 'steps' | 'asked', string[]>> =>
  (await tx.row(
    `select array(select subject from lifecycle.wish where member_id = $1 order by at) as wishes,
            array(select w.subject from lifecycle.wish_support s join lifecycle.wish w on w.id = s.wish_id where s.member_id = $1 order by s.at) as supported,
            array(select ${named} from lifecycle.core_member k join communities.community c on c.id = k.community_id
                   join communities.membership m on m.community_id = c.id and m.member_id = k.member_id where k.member_id = $1 order by 1) as core,
            array(select s.text from lifecycle.revival_step s join lifecycle.revival v on v.id = s.revival_id
                   join communities.membership m on m.community_id = v.community_id and m.member_id = s.owner_id where s.owner_id = $1 order by s.due_on) as steps,
            array(select ${named} from lifecycle.takeover t join communities.community c on c.id = t.community_id
                   join communities.membership m on m.community_id = c.id and m.member_id = t.member_id where t.member_id = $1 and t.answer is null order by 1) as asked`,
    [memberId],
  ))!
