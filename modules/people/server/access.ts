import type { MemberActor } from '#platform/context.ts'
import type { Tx } from '#platform/db/tx.ts'

interface ActorRow {
  session_id: string
  member_id: string
  kind: 'employee' | 'guest'
  language: 'fr' | 'en'
  is_administrator: boolean
}

/** Who may come in, and until when: `s` and `m` of a session that is valid now; `hash` is an SQL expression such as `$1`. */
const openSessionSql = (hash: string): string => `
  people.session s join people.member m on m.id = s.member_id and m.state = 'active'
     where s.token_hash = ${hash} and s.expires_at > now()`

/** The id of the person behind a session token, as a sub-select for a read that finds both in one statement. */
export const sessionMemberSql = (hash: string): string => `(select m.id from ${openSessionSql(hash)})`

/**
 * The person behind a session token: one statement for every request. Only active accounts, so that a deactivation
 * closes every door at once; the clock of the database decides about expiry.
 */
export async function findSessionActor(tx: Tx, tokenHash: Buffer): Promise<MemberActor | undefined> {
  const row = await tx.row<ActorRow>(
    `select s.id as session_id, m.id as member_id, m.kind, m.interface_language as language,
            exists (select 1 from people.administrator a where a.member_id = m.id) as is_administrator
       from ${openSessionSql('$1')}`,
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
