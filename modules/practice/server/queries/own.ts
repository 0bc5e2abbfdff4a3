import type { Tx } from '#platform/db/tx.ts'

interface OwnTraces {
  weeks: number
  heldBack: number
  readers: string[]
  leaves: string[]
  circles: string[]
  entries: number
  templates: string[]
}

/** What is kept here about one person, for that person. */
export const findOwnTraces = async (tx: Tx, memberId: string): Promise<OwnTraces> =>
  (await tx.row<OwnTraces>(
    `select (select count(*)::int from practice.declared_week where member_id = $1) as weeks,
            (select count(*)::int from practice.held_back where member_id = $1) as "heldBack",
            array(select m.display_name from practice.sheet_share s join people.member m on m.id = s.reader_id
                   where s.member_id = $1 order by s.at) as readers,
            array(select l.from_day || ' – ' || l.to_day from practice.leave l where l.member_id = $1 and l.cancelled_at is null
                   order by l.from_day desc limit 20) as leaves,
            array(select c.name from practice.circle c join practice.circle_member cm on cm.circle_id = c.id
                   where cm.member_id = $1 order by cm.joined_at) as circles,
            (select count(*)::int from practice.circle_entry where author_id = $1)
              + (select count(*)::int from practice.circle_reply where author_id = $1) as entries,
            array(select v.title from practice.template t join practice.template_version v on v.template_id = t.id and v.version = 1
                   where t.author_id = $1 order by t.published_at desc limit 50) as templates`,
    [memberId],
  ))!
