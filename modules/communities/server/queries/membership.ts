import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type {
  Ban,
  CommunityRole,
  JoinRequest,
  MemberLine,
  SentInvitation,
} from '#modules/communities/contract.ts'
import { exactInstantSql, instantSql, isLevelSql } from '#modules/communities/server/sql.ts'
import type { Tx } from '#platform/db/tx.ts'

// Coming in is one statement: the membership, the end of what led to it, the charter and the count. Unread starts
// at zero, so that joining floods nobody.
const join = `
  with joined as (
    insert into communities.membership (community_id, member_id, joined_at, invited_by, last_seen_seq)
    select c.id, $2, $3, coalesce($5::uuid, (select i.by_member_id from communities.community_invitation i where i.community_id = c.id and i.member_id = $2)), c.post_seq
      from communities.community c where c.id = $1
    on conflict do nothing returning member_id),
  request as (delete from communities.join_request where community_id = $1 and member_id = $2),
  invitation as (delete from communities.community_invitation where community_id = $1 and member_id = $2),
  refusal as (delete from communities.join_refusal where community_id = $1 and member_id = $2),
  accepted as (
    insert into communities.charter_acceptance (community_id, version, member_id, at)
    select $1, $4::int, $2, $3 where $4::int is not null on conflict do nothing),
  counted as (
    update communities.community set member_count = member_count + 1 where id = $1 and exists (select 1 from joined))
  select 1 from joined`

/** Makes somebody a member; false when they already were. `charterVersion` is the version they accepted with it. */
export async function insertMembership(
  tx: Tx,
  row: {
    communityId: string
    memberId: string
    at: Date
    charterVersion: number | null
    invitedBy?: string | null
  },
): Promise<boolean> {
  return (
    (await tx.row(join, [
      row.communityId,
      row.memberId,
      row.at,
      row.charterVersion,
      row.invitedBy ?? null,
    ])) !== undefined
  )
}

const leave = `
  with gone as (delete from communities.membership where community_id = $1 and member_id = $2 returning member_id),
  accepted as (delete from communities.charter_acceptance where community_id = $1 and member_id = $2),
  counted as (
    update communities.community set member_count = member_count - 1 where id = $1 and exists (select 1 from gone))
  select 1 from gone`

/** Ends a membership, roles included; false when there was none. */
export const deleteMembership = async (tx: Tx, communityId: string, memberId: string): Promise<boolean> =>
  (await tx.row(leave, [communityId, memberId])) !== undefined

/** Serialises what must not happen twice at once in a community: managers leaving, versions, its end. */
export const lockCommunity = (tx: Tx, communityId: string): Promise<number> =>
  tx.run('select id from communities.community where id = $1 for update', [communityId])

const otherManagers = `
  select count(*)::int as n from communities.community_role r join people.member p on p.id = r.member_id
   where r.community_id = $1 and r.role = 'manager' and r.member_id <> $2 and p.state = 'active'`

/** Active managers beside this one. */
export const countOtherManagers = async (tx: Tx, communityId: string, memberId: string): Promise<number> =>
  (await tx.row<{ n: number }>(otherManagers, [communityId, memberId]))!.n

export interface PersonHere {
  id: string
  kind: 'employee' | 'guest'
  state: string
  isMember: boolean
  isBanned: boolean
  roles: CommunityRole[]
  /** A request to join waits; the charter version that the person read when asking. */
  hasAsked: boolean
  askedCharterVersion: number | null
}

const personHere = `
  select p.id, p.kind, p.state, m.member_id is not null as "isMember",
         exists (select 1 from communities.ban b where b.community_id = $1 and b.member_id = p.id) as "isBanned",
         array(select r.role from communities.community_role r where r.community_id = $1 and r.member_id = p.id) as roles,
         j.member_id is not null as "hasAsked", j.charter_version as "askedCharterVersion"
    from people.member p
    left join communities.membership m on m.community_id = $1 and m.member_id = p.id
    left join communities.join_request j on j.community_id = $1 and j.member_id = p.id
   where p.id = $2`

/** A person as they stand to a community, for an act upon them. */
export const findPersonHere = (
  tx: Tx,
  communityId: string,
  memberId: string,
): Promise<PersonHere | undefined> => tx.row(personHere, [communityId, memberId])

export const insertRole = (
  tx: Tx,
  row: { communityId: string; memberId: string; role: CommunityRole; at: Date; byMemberId: string | null },
): Promise<number> =>
  tx.run(
    `insert into communities.community_role (community_id, member_id, role, since, by_member_id) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [row.communityId, row.memberId, row.role, row.at, row.byMemberId],
  )

export const deleteRole = (
  tx: Tx,
  communityId: string,
  memberId: string,
  role: CommunityRole,
): Promise<number> =>
  tx.run(`delete from communities.community_role where community_id = $1 and member_id = $2 and role = $3`, [
    communityId,
    memberId,
    role,
  ])

export const upsertJoinRequest = (
  tx: Tx,
  row: {
    communityId: string
    memberId: string
    message: string | null
    charterVersion: number | null
    at: Date
  },
): Promise<number> =>
  tx.run(
    `with refusal as (delete from communities.join_refusal where community_id = $1 and member_id = $2)
     insert into communities.join_request (community_id, member_id, message, charter_version, at) values ($1, $2, $3, $4, $5)
     on conflict (community_id, member_id) do update set message = excluded.message, charter_version = excluded.charter_version`,
    [row.communityId, row.memberId, row.message, row.charterVersion, row.at],
  )

export const deleteJoinRequest = (tx: Tx, communityId: string, memberId: string): Promise<number> =>
  tx.run(`delete from communities.join_request where community_id = $1 and member_id = $2`, [
    communityId,
    memberId,
  ])

const refuseRequest = `
  with request as (delete from communities.join_request where community_id = $1 and member_id = $2 returning member_id)
  insert into communities.join_refusal (community_id, member_id, by_member_id, word, at)
  select $1, member_id, $3, $4, $5 from request
  on conflict (community_id, member_id) do update set by_member_id = excluded.by_member_id, word = excluded.word, at = excluded.at`

/** Turns a request into a refusal that the person can read; 0 when there was no request. */
export const replaceRequestByRefusal = (
  tx: Tx,
  row: { communityId: string; memberId: string; byMemberId: string | null; word: string | null; at: Date },
): Promise<number> => tx.run(refuseRequest, [row.communityId, row.memberId, row.byMemberId, row.word, row.at])

const invite = `
  insert into communities.community_invitation (community_id, member_id, by_member_id, at)
  select $1, p.id, $3, $4 from people.member p
   where p.id = any($2::uuid[]) and p.state in ('active', 'invited') and (p.kind = 'employee' or $5::boolean)
     and not exists (select 1 from communities.membership m where m.community_id = $1 and m.member_id = p.id)
     and not exists (select 1 from communities.ban b where b.community_id = $1 and b.member_id = p.id)
  on conflict do nothing returning member_id as "memberId"`

/** Invites those who can be: present accounts, not yet in, not banned; partners' people only where `withGuests`. */
export const insertInvitations = (
  tx: Tx,
  row: { communityId: string; memberIds: string[]; byMemberId: string; at: Date; withGuests: boolean },
): Promise<{ memberId: string }[]> =>
  tx.rows(invite, [row.communityId, row.memberIds, row.byMemberId, row.at, row.withGuests])

export const countGuestsAmong = async (tx: Tx, memberIds: string[]): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from people.member where id = any($1::uuid[]) and kind = 'guest'`,
    [memberIds],
  ))!.n

export const deleteInvitation = (tx: Tx, communityId: string, memberId: string): Promise<number> =>
  tx.run(`delete from communities.community_invitation where community_id = $1 and member_id = $2`, [
    communityId,
    memberId,
  ])

const ban = `
  with request as (delete from communities.join_request where community_id = $1 and member_id = $2),
  invitation as (delete from communities.community_invitation where community_id = $1 and member_id = $2)
  insert into communities.ban (community_id, member_id, by_member_id, reason, at) values ($1, $2, $3, $4, $5)
  on conflict (community_id, member_id) do update set reason = excluded.reason`

export const upsertBan = (
  tx: Tx,
  row: { communityId: string; memberId: string; byMemberId: string; reason: string; at: Date },
): Promise<number> => tx.run(ban, [row.communityId, row.memberId, row.byMemberId, row.reason, row.at])

export const deleteBan = (tx: Tx, communityId: string, memberId: string): Promise<number> =>
  tx.run(`delete from communities.ban where community_id = $1 and member_id = $2`, [communityId, memberId])

type Keyed<R> = R & { key: string }
type Waiting = { communityId: string; after: (string | number | null)[]; limit: number }

// Role holders open the first page, all of them: they are few and public. Then the newest, by the index.
// In a room without hierarchy whoever sponsors it stands where their day of joining puts them.
const leadsSql = `(r.role <> 'sponsor' or not ${isLevelSql('$1')})`
const members = `
  with shown as (
    (select m.member_id, m.joined_at, true as leads
       from communities.membership m
      where m.community_id = $1 and $2::timestamptz is null
        and exists (select 1 from communities.community_role r where r.community_id = $1 and r.member_id = m.member_id and ${leadsSql})
        and ($4::text is null or exists (select 1 from people.member p where p.id = m.member_id and strpos(unaccent(lower(p.display_name)), unaccent(lower($4))) > 0)))
    union all
    (select m.member_id, m.joined_at, false
       from communities.membership m
      where m.community_id = $1 and ($2::timestamptz is null or (m.joined_at, m.member_id) < ($2::timestamptz, $3::uuid))
        and not exists (select 1 from communities.community_role r where r.community_id = $1 and r.member_id = m.member_id and ${leadsSql})
        and ($4::text is null or exists (select 1 from people.member p where p.id = m.member_id and strpos(unaccent(lower(p.display_name)), unaccent(lower($4))) > 0))
      order by m.joined_at desc, m.member_id desc limit $5::int))
  select ${memberCardSql('p', isLevelSql('$1'))} as member, ${instantSql('s.joined_at')} as "joinedAt", ${exactInstantSql('s.joined_at')} as key, s.leads,
         array(select r.role from communities.community_role r where r.community_id = $1 and r.member_id = p.id
                order by array_position('{manager,moderator,ambassador,expert,sponsor}'::text[], r.role)) as roles
    from shown s join people.member p on p.id = s.member_id
   order by s.leads desc,
            case when s.leads and not ${isLevelSql('$1')} then (select min(array_position('{manager,moderator,ambassador,expert,sponsor}'::text[], r.role))
                                      from communities.community_role r where r.community_id = $1 and r.member_id = p.id) end,
            s.joined_at desc, p.id desc`

export const listMembers = (
  tx: Tx,
  input: Waiting & { q: string | null },
): Promise<Keyed<MemberLine & { leads: boolean }>[]> =>
  tx.rows(members, [input.communityId, input.after[0], input.after[1], input.q, input.limit])

const requests = `
  select ${memberCardSql('p')} as member, j.message, ${instantSql('j.at')} as "askedAt", ${exactInstantSql('j.at')} as key
    from communities.join_request j join people.member p on p.id = j.member_id
   where j.community_id = $1 and ($2::timestamptz is null or (j.at, j.member_id) > ($2::timestamptz, $3::uuid))
   order by j.at, j.member_id limit $4`
export const listJoinRequests = (tx: Tx, input: Waiting): Promise<Keyed<JoinRequest>[]> =>
  tx.rows(requests, [input.communityId, ...input.after, input.limit])

const invitations = `
  select ${memberCardSql('p')} as member, ${memberCardSql('b')} as "invitedBy", ${instantSql('i.at')} as "invitedAt", ${exactInstantSql('i.at')} as key
    from communities.community_invitation i join people.member p on p.id = i.member_id join people.member b on b.id = i.by_member_id
   where i.community_id = $1 and ($2::timestamptz is null or (i.at, i.member_id) < ($2::timestamptz, $3::uuid))
   order by i.at desc, i.member_id desc limit $4`
export const listInvitations = (tx: Tx, input: Waiting): Promise<Keyed<SentInvitation>[]> =>
  tx.rows(invitations, [input.communityId, ...input.after, input.limit])

const bans = `
  select ${memberCardSql('p')} as member, x.reason, ${memberCardSql('b')} as "bannedBy", ${instantSql('x.at')} as "bannedAt", ${exactInstantSql('x.at')} as key
    from communities.ban x join people.member p on p.id = x.member_id join people.member b on b.id = x.by_member_id
   where x.community_id = $1 and ($2::timestamptz is null or (x.at, x.member_id) < ($2::timestamptz, $3::uuid))
   order by x.at desc, x.member_id desc limit $4`
export const listBans = (tx: Tx, input: Waiting): Promise<Keyed<Ban>[]> =>
  tx.rows(bans, [input.communityId, ...input.after, input.limit])

export const cardKey = (row: { key: string; member: MemberCard }): [string, string] => [
  row.key,
  row.member.id,
]

const importMemberships = `
  with joined as (
    insert into communities.membership (community_id, member_id, joined_at, last_seen_seq, imported)
    select c.id, x.member_id, x.joined_at, c.post_seq, true
      from communities.community c, unnest($2::uuid[], $3::timestamptz[]) as x (member_id, joined_at) where c.id = $1
    on conflict do nothing returning member_id),
  counted as (
    update communities.community set member_count = member_count + (select count(*) from joined) where id = $1 and exists (select 1 from joined))
  select count(*)::int as n from joined`

export const insertMemberships = async (
  tx: Tx,
  communityId: string,
  memberIds: string[],
  joinedAt: Date[],
): Promise<number> => (await tx.row<{ n: number }>(importMemberships, [communityId, memberIds, joinedAt]))!.n

export const listCommunitiesOf = async (tx: Tx, memberId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      'select community_id as id from communities.membership where member_id = $1',
      [memberId],
    )
  ).map(({ id }) => id)
