import type { Tx } from '#platform/db/tx.ts'

export type TokenPurpose = 'setup' | 'reset' | 'invitation'

/** Replaces the set-up token; false once an organisation exists. Valid for seven days. */
export async function insertSetupToken(tx: Tx, hash: Buffer): Promise<boolean> {
  const made = await tx.run(
    `with earlier as (delete from people.one_time_token where purpose = 'setup')
     insert into people.one_time_token (token_hash, purpose, expires_at)
     select $1, 'setup', now() + interval '7 days' where not exists (select 1 from people.organisation)`,
    [hash],
  )
  return made === 1
}

/** Replaces every unused token of that purpose for that member. */
export async function insertToken(
  tx: Tx,
  token: { hash: Buffer; purpose: TokenPurpose; memberId: string; now: Date; lifetime: number },
): Promise<void> {
  await tx.run(
    `with earlier as (delete from people.one_time_token where purpose = $2 and member_id = $3 and used_at is null)
     insert into people.one_time_token (token_hash, purpose, member_id, created_at, expires_at)
     values ($1, $2, $3, $4, $5)`,
    [token.hash, token.purpose, token.memberId, token.now, new Date(token.now.getTime() + token.lifetime)],
  )
}

/** One token each for many new members, in one statement. */
export async function insertInvitationTokens(
  tx: Tx,
  tokens: readonly { hash: Buffer; memberId: string }[],
  times: { now: Date; lifetime: number },
): Promise<void> {
  await tx.run(
    `insert into people.one_time_token (token_hash, purpose, member_id, created_at, expires_at)
     select t.hash, 'invitation', t.member_id, $3, $4 from unnest($1::bytea[], $2::uuid[]) as t (hash, member_id)`,
    [
      tokens.map((token) => token.hash),
      tokens.map((token) => token.memberId),
      times.now,
      new Date(times.now.getTime() + times.lifetime),
    ],
  )
}

export interface OpenToken {
  memberId: string | null
  email: string | null
  displayName: string | null
  state: string | null
  interfaceLanguage: 'fr' | 'en' | null
}

/** What an unused, unexpired token opens. */
export function findOpenToken(
  tx: Tx,
  purpose: TokenPurpose,
  hash: Buffer,
  now: Date,
): Promise<OpenToken | undefined> {
  return tx.row<OpenToken>(
    `select t.member_id as "memberId", m.email, m.display_name as "displayName", m.state, m.interface_language as "interfaceLanguage"
       from people.one_time_token t left join people.member m on m.id = t.member_id
      where t.token_hash = $1 and t.purpose = $2 and t.used_at is null and t.expires_at > $3
        and (t.purpose = 'setup' or (t.purpose = 'reset' and m.state = 'active') or (t.purpose = 'invitation' and m.state = 'invited'))`,
    [hash, purpose, now],
  )
}

/** Marks a token as used; false when somebody else was faster, so that a link has one effect. */
export async function setTokenUsed(tx: Tx, purpose: TokenPurpose, hash: Buffer, now: Date): Promise<boolean> {
  const used = await tx.run(
    `update people.one_time_token set used_at = $3 where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3`,
    [hash, purpose, now],
  )
  return used === 1
}

export async function deleteTokensOfMember(tx: Tx, memberId: string): Promise<void> {
  await tx.run(`delete from people.one_time_token where member_id = $1`, [memberId])
}
