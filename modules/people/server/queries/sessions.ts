import type { Tx } from '#platform/db/tx.ts'
import type { OwnSession } from '#modules/people/contract.ts'

export async function insertSession(
  tx: Tx,
  session: { id: string; hash: Buffer; memberId: string; now: Date; lifetime: number },
): Promise<void> {
  await tx.run(
    `insert into people.session (id, token_hash, member_id, created_at, expires_at, last_used_on)
     values ($1, $2, $3, $4::timestamptz, $5, ($4::timestamptz at time zone 'UTC')::date)`,
    [
      session.id,
      session.hash,
      session.memberId,
      session.now,
      new Date(session.now.getTime() + session.lifetime),
    ],
  )
}

export async function deleteSession(tx: Tx, memberId: string, sessionId: string): Promise<boolean> {
  return (
    (await tx.run(`delete from people.session where id = $1 and member_id = $2`, [sessionId, memberId])) === 1
  )
}

export async function deleteSessionsOfMember(
  tx: Tx,
  memberId: string,
  except: string | null = null,
): Promise<void> {
  await tx.run(`delete from people.session where member_id = $1 and id is distinct from $2::uuid`, [
    memberId,
    except,
  ])
}

/** Gives a session a new secret; the earlier cookie no longer opens. */
export async function setSessionToken(tx: Tx, sessionId: string, hash: Buffer): Promise<void> {
  await tx.run(`update people.session set token_hash = $2 where id = $1`, [sessionId, hash])
}

/** Days only: no hour, no device and no address are kept. */
export function listSessions(tx: Tx, memberId: string, current: string, now: Date): Promise<OwnSession[]> {
  return tx.rows<OwnSession>(
    `select id, id = $2 as "isCurrent", (created_at at time zone 'UTC')::date as "createdOn", last_used_on as "lastUsedOn"
       from people.session where member_id = $1 and expires_at > $3 order by id = $2 desc, last_used_on desc, id desc limit 200`,
    [memberId, current, now],
  )
}
