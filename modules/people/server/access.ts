import type { MemberActor } from '#platform/context.ts'
import type { Tx } from '#platform/db/tx.ts'

interface ActorRow {
  session_id: string
  member_id: string
  kind: 'employee' | 'guest'
  language: 'fr' | 'en'
  is_administrator: boolean
}

/**
 * The person behind a session token: one statement for every request. Only active accounts, so that a deactivation
 * closes every door at once; the clock of the database decides about expiry.
 */
export async function findSessionActor(tx: Tx, tokenHash: Buffer): Promise<MemberActor | undefined> {
  const row = await tx.row<ActorRow>(
    `select s.id as session_id, m.id as member_id, m.kind, m.interface_language as language,
            exists (select 1 from people.administrator a where a.member_id = m.id) as is_administrator
       from people.session s join people.member m on m.id = s.member_id and m.state = 'active'
      where s.token_hash = $1 and s.expires_at > now()`,
    [tokenHash],
  )
  return (
    row && {
      kind: 'member',
      memberId: row.member_id,
      memberKind: row.kind,
      isAdministrator: row.is_administrator,
      language: row.language,
      sessionId: row.session_id,
    }
  )
}
