import type { Tx } from '#platform/db/tx.ts'
import type { Services } from '#platform/services.ts'
import { readAnswerIds } from '../keys.ts'
import { listAnswerIds } from '../queries/answers.ts'
import { listUnmarked, setAnswered } from '../queries/tickets.ts'

/**
 * Marks the tickets of everybody whose answer is there, in one statement: nothing is written about a person when they
 * answer. For the reminder and for the end.
 */
export async function markAnswered(tx: Tx, services: Services, waveId: string): Promise<void> {
  const idOf = await readAnswerIds(services, waveId)
  if (!idOf) return
  const there = new Set(await listAnswerIds(tx, waveId))
  const answered = (await listUnmarked(tx, waveId)).filter((memberId) => there.has(idOf(memberId)))
  if (answered.length > 0) await setAnswered(tx, waveId, answered)
}
