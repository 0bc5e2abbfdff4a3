import type { Tx } from '#platform/db/tx.ts'

export interface Credential {
  memberId: string
  email: string
  passwordHash: string
}

/** The password of an account that may sign in. */
export function findCredentialByEmail(tx: Tx, email: string): Promise<Credential | undefined> {
  return tx.row<Credential>(
    `select m.id as "memberId", m.email, c.password_hash as "passwordHash"
       from people.member m join people.credential c on c.member_id = m.id where m.email = $1 and m.state = 'active'`,
    [email],
  )
}

export function findCredential(tx: Tx, memberId: string): Promise<Credential | undefined> {
  return tx.row<Credential>(
    `select m.id as "memberId", m.email, c.password_hash as "passwordHash"
       from people.member m left join people.credential c on c.member_id = m.id where m.id = $1 and m.state = 'active'`,
    [memberId],
  )
}

export async function setCredential(
  tx: Tx,
  memberId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await tx.run(
    `insert into people.credential (member_id, password_hash, set_at) values ($1, $2, $3)
     on conflict (member_id) do update set password_hash = excluded.password_hash, set_at = excluded.set_at`,
    [memberId, passwordHash, now],
  )
}
