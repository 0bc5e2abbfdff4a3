import type { Tx } from '#platform/db/tx.ts'

/** What is kept of one person, in words. */
export const findOwnTraces = async (
  tx: Tx,
  memberId: string,
): Promise<{ writes: string[]; left: string[]; trouble: string | null }> =>
  (await tx.row(
    `select array(select coalesce(n.name->>'fr', n.name->>'en') from newsletters.editor e
                    join newsletters.newsletter n on n.id = e.newsletter_id where e.member_id = $1 order by 1) as writes,
            array(select coalesce(n.name->>'fr', n.name->>'en') from newsletters.refusal r
                    join newsletters.newsletter n on n.id = r.newsletter_id where r.member_id = $1 order by 1) as "left",
            (select last_code from notifications.mail_address where member_id = $1) as trouble`,
    [memberId],
  ))!
