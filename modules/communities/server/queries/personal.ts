import type { PersonalValues } from '#platform/privacy/registry.ts'
import type { Tx } from '#platform/db/tx.ts'

// One line per community: its name, then the value, as the person would read it.
const named = (alias: string): string => `coalesce(${alias}.name ->> 'fr', ${alias}.name ->> 'en')`
const day = (expression: string): string => `to_char(${expression}, 'YYYY-MM-DD')`

const values = `
  select 'membership.member' as field, array(
           select ${named('c')} from communities.membership m join communities.community c on c.id = m.community_id
            where m.member_id = $1 order by 1) as values
  union all select 'membership.joinedAt', array(
           select ${named('c')} || ': ' || ${day('m.joined_at')} from communities.membership m join communities.community c on c.id = m.community_id
            where m.member_id = $1 order by 1)
  union all select 'membership.roles', array(
           select ${named('c')} || ': ' || r.role from communities.community_role r join communities.community c on c.id = r.community_id
            where r.member_id = $1 order by 1)
  union all select 'communityRole.role', array(
           select ${named('c')} || ': ' || r.role from communities.community_role r join communities.community c on c.id = r.community_id
            where r.member_id = $1 order by 1)
  union all select 'joinRequest.message', array(
           select ${named('c')} || coalesce(': ' || j.message, '') from communities.join_request j join communities.community c on c.id = j.community_id
            where j.member_id = $1 order by 1)
  union all select 'joinRequest.askedAt', array(
           select ${named('c')} || ': ' || ${day('j.at')} from communities.join_request j join communities.community c on c.id = j.community_id
            where j.member_id = $1 order by 1)
  union all select 'communityInvitation.invitedBy', array(
           select ${named('c')} || ': ' || p.display_name from communities.community_invitation i
             join communities.community c on c.id = i.community_id join people.member p on p.id = i.by_member_id
            where i.member_id = $1 order by 1)
  union all select 'communityBan.reason', array(
           select ${named('c')} || ': ' || b.reason from communities.ban b join communities.community c on c.id = b.community_id
            where b.member_id = $1 and c.visibility <> 'secret' order by 1)
  union all select 'charterAcceptance.version', array(
           select ${named('c')} || ': ' || a.version || ', ' || ${day('a.at')} from communities.charter_acceptance a join communities.community c on c.id = a.community_id
            where a.member_id = $1 order by 1)
  union all select 'communityStanding.unread', array(
           select ${named('c')} || ': ' || (c.post_seq - m.last_seen_seq) from communities.membership m join communities.community c on c.id = m.community_id
            where m.member_id = $1 order by 1)`

/** What communities hold about one person, for that person; one statement. */
export async function findPersonalValues(tx: Tx, memberId: string): Promise<PersonalValues> {
  const rows = await tx.rows<{ field: string; values: string[] }>(values, [memberId])
  return Object.fromEntries(rows.map((row) => [row.field, row.values]))
}
