import { leaveEverything } from './operations/leave-everything.ts'
import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Where a person belongs. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('communities', 'own', 'membership.member_id'),
    ...columnsOf(
      'communities',
      'delete',
      'join_request.member_id join_refusal.member_id community_invitation.member_id community_invitation.by_member_id charter_acceptance.member_id ban.member_id pause.member_id',
    ),
    ...columnsOf('communities', 'clear', 'canvas.sponsor_id membership.invited_by'),
    ...columnsOf(
      'communities',
      'keep',
      'community.created_by community_role.by_member_id join_refusal.by_member_id ban.by_member_id charter_version.by_member_id charter_draft.changed_by canvas.changed_by closure.by_member_id reading_grant.reader_id',
    ),
  ],
  archive: [
    {
      name: 'memberships',
      sql: `select c.name as community, ms.joined_at as "joinedAt",
                   array(select r.role from communities.community_role r where r.community_id = c.id and r.member_id = $1) as roles
              from communities.membership ms join communities.community c on c.id = ms.community_id
             where ms.member_id = $1 order by ms.joined_at`,
    },
    {
      name: 'charters',
      sql: `select c.name as community, a.version, a.at from communities.charter_acceptance a
              join communities.membership ms on ms.community_id = a.community_id and ms.member_id = $1
              join communities.community c on c.id = a.community_id
             where a.member_id = $1 order by a.at`,
    },
  ],
  erase: leaveEverything,
}
