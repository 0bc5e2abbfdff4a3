import type { Tx } from '#platform/db/tx.ts'

export async function insertAudit(
  tx: Tx,
  entry: {
    at: Date
    actorId: string | null
    actorKind: string
    action: string
    subject: string | null
    details: object
  },
): Promise<void> {
  await tx.run(
    `insert into platform.audit (at, actor_id, actor_kind, action, subject, details) values ($1, $2, $3, $4, $5, $6)`,
    [entry.at, entry.actorId, entry.actorKind, entry.action, entry.subject, JSON.stringify(entry.details)],
  )
}
