import type { Tx } from '#platform/db/tx.ts'

export interface TokenBinding {
  purpose: 'reply' | 'post' | 'unsubscribe'
  memberId: string
  communityId: string | null
  postId: string | null
}

/** Keeps a token once; one that is there already stays as it is, revoked ones included. */
export const insertTokens = (
  tx: Tx,
  rows: readonly (TokenBinding & { hash: Buffer })[],
  now: Date,
): Promise<number> =>
  tx.run(
    `insert into notifications.mail_token (hash, purpose, member_id, community_id, post_id, made_at)
     select * from unnest($1::bytea[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[]), (select $6::timestamptz) as at
     on conflict (hash) do nothing`,
    [
      rows.map((row) => row.hash),
      rows.map((row) => row.purpose),
      rows.map((row) => row.memberId),
      rows.map((row) => row.communityId),
      rows.map((row) => row.postId),
      now,
    ],
  )

export interface MailPerson {
  memberId: string
  email: string
  displayName: string
  memberKind: 'employee' | 'guest'
  language: 'fr' | 'en'
  isAdministrator: boolean
}

/** Whom and what a token stands for, while it stands and its person is active. */
export const findBinding = (tx: Tx, hash: Buffer): Promise<(TokenBinding & MailPerson) | undefined> =>
  tx.row(
    `select k.purpose, k.member_id as "memberId", k.community_id as "communityId", k.post_id as "postId",
            m.email, m.display_name as "displayName", m.kind as "memberKind", m.interface_language as language,
            exists (select 1 from people.administrator a where a.member_id = m.id) as "isAdministrator"
       from notifications.mail_token k join people.member m on m.id = k.member_id
      where k.hash = $1 and k.revoked_at is null and m.state = 'active'`,
    [hash],
  )

/** Whether this message is new at this address; the row keeps a second delivery from having an effect. */
export const insertReceived = (
  tx: Tx,
  row: {
    key: Buffer
    memberId: string
    at: Date
    outcome: 'written' | 'returned'
    reason: string | null
    returned: object | null
  },
): Promise<number> =>
  tx.run(
    `insert into notifications.mail_received (key, member_id, at, outcome, reason, returned)
     values ($1, $2, $3, $4, $5, $6) on conflict (key) do nothing`,
    [row.key, row.memberId, row.at, row.outcome, row.reason, row.returned && JSON.stringify(row.returned)],
  )

export const findReceived = async (tx: Tx, key: Buffer): Promise<boolean> =>
  (await tx.row('select 1 from notifications.mail_received where key = $1', [key])) !== undefined

/** Mails of one person since an instant, and how many of them went back. */
export const countReceived = async (
  tx: Tx,
  memberId: string,
  since: Date,
): Promise<{ all: number; returned: number }> =>
  (await tx.row<{ all: number; returned: number }>(
    `select count(*)::int as all, count(*) filter (where outcome = 'returned')::int as returned
       from notifications.mail_received where member_id = $1 and at > $2`,
    [memberId, since],
  ))!

export interface ReturnedRow extends MailPerson {
  reason: string
  returned: { subject: string; text: string; place: string | null }
}

/** A mail that goes back and has not yet left. */
export const findReturned = (tx: Tx, key: Buffer): Promise<ReturnedRow | undefined> =>
  tx.row(
    `select r.reason, r.returned, m.id as "memberId", m.email, m.display_name as "displayName",
            m.kind as "memberKind", m.interface_language as language, false as "isAdministrator"
       from notifications.mail_received r join people.member m on m.id = r.member_id
      where r.key = $1 and r.returned is not null and m.state = 'active' for update of r`,
    [key],
  )

export const forgetReturned = (tx: Tx, key: Buffer): Promise<number> =>
  tx.run('update notifications.mail_received set returned = null where key = $1', [key])

/** What is old: deliveries known for a month, addresses of conversations for two years. */
export async function deleteOldMail(tx: Tx, now: Date): Promise<void> {
  await tx.run(`delete from notifications.mail_received where at < $1::timestamptz - interval '30 days'`, [
    now,
  ])
  await tx.run(
    `delete from notifications.mail_token where purpose = 'reply' and made_at < $1::timestamptz - interval '2 years'`,
    [now],
  )
}

/** How often each of these addresses was renewed, for the communities that the person may write in. */
export const listOwnCommunities = (
  tx: Tx,
  memberId: string,
): Promise<
  { id: string; slug: string; name: object; accent: string; generation: number; isRefused: boolean }[]
> =>
  tx.rows(
    `select c.id, c.slug, c.name, c.accent, coalesce(a.generation, 0) as generation,
            exists (select 1 from notifications.mailing_refusal r where r.member_id = $1 and r.community_id = c.id) as "isRefused"
       from communities.membership m join communities.community c on c.id = m.community_id
       left join notifications.post_address a on a.member_id = m.member_id and a.community_id = c.id
      where m.member_id = $1 and c.stage <> 'archived'
      order by m.joined_at, c.id limit 500`,
    [memberId],
  )

/** The next address; the earlier ones stop at once. Returns how often it was renewed. */
export async function renewGeneration(
  tx: Tx,
  memberId: string,
  communityId: string,
  now: Date,
): Promise<number> {
  await tx.run(
    `update notifications.mail_token set revoked_at = $3
      where member_id = $1 and community_id = $2 and purpose = 'post' and revoked_at is null`,
    [memberId, communityId, now],
  )
  const row = await tx.row<{ generation: number }>(
    `insert into notifications.post_address (member_id, community_id, generation, renewed_at) values ($1, $2, 1, $3)
     on conflict (member_id, community_id) do update set generation = post_address.generation + 1, renewed_at = excluded.renewed_at
     returning generation`,
    [memberId, communityId, now],
  )
  return row!.generation
}
