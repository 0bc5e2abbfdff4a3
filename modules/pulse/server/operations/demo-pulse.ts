import { becomeReleaseJob, leaveReleaseJob, mergeLabels } from '#modules/measurement/public.ts'
import type { Contact, Item } from '#modules/pulse/shapes.ts'
import { minAnswers } from '#modules/pulse/words.ts'
import type { Dimension, WaveKind } from '#modules/pulse/words.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { insertAnswers, insertResult, separateRoles } from '../queries/answers.ts'
import { insertDemoWave, insertDemoTickets, openDemoStage } from '../queries/demo.ts'
import { deleteDemoContacts, listContacts, publishSaid, replaceContacts, writeSaid } from '../queries/said.ts'
import type { ScopeIds } from '../queries/waves.ts'
import { algoVersion, resultOf } from '../results.ts'
import type { SealedAnswer } from '../seal.ts'

const day = 86_400_000

export interface DemoWave {
  kind: WaveKind
  items: readonly Item[]
  dimension: Dimension
  openedAt: Date
  days: number
  /** Whom it was asked of, and where each stands. */
  people: readonly { memberId: string; cell: string }[]
  /** A closed wave: what the n-th person said, null for those who did not answer. */
  answer?: (index: number, cell: string) => Pick<SealedAnswer, 'values' | 'text'> | null
  said?: { youSaid: string; weDo: string; weWillNot: string; afterDays: number }
}

/**
 * Only for the demo company: waves as time would have left them. A closed one goes through the same protections as
 * any other; an open one makes its key with its first answer.
 */
export async function addDemoPulse(
  ctx: Context,
  input: ScopeIds & { managerId: string; waves: readonly DemoWave[]; contacts?: readonly Contact[] },
): Promise<void> {
  const { tx } = ctx
  const isSeparate = await separateRoles(tx)
  for (const wave of input.waves) {
    const id = newId(wave.openedAt.getTime())
    const closesAt = new Date(wave.openedAt.getTime() + wave.days * day)
    const { labels, without } =
      wave.dimension === 'none'
        ? { labels: [], without: null }
        : mergeLabels({
            people: wave.people.map(({ memberId }) => memberId),
            cellOf: new Map(wave.people.map(({ memberId, cell }) => [memberId, cell])),
            k: minAnswers,
          })
    const labelOf = new Map(labels.flatMap(({ label, people }) => [...people].map((who) => [who, label])))
    const cells = labels.map(({ label, includes }) => ({ label, includes }))
    await insertDemoWave(tx, {
      id,
      communityId: input.communityId,
      programmeId: input.programmeId,
      kind: wave.kind,
      items: wave.items,
      dimension: wave.dimension,
      days: wave.days,
      state: wave.answer ? 'closed' : 'open',
      by: input.managerId,
      openedAt: wave.openedAt,
      closesAt,
      invited: wave.people.length,
      cells,
      noCells: without,
      k: minAnswers,
    })
    if (!wave.answer) {
      await openDemoStage(tx, id)
      await insertDemoTickets(
        tx,
        id,
        wave.people.map(({ memberId }) => ({ memberId, label: labelOf.get(memberId) ?? '' })),
      )
      continue
    }
    const said = wave.people.flatMap(({ memberId, cell }, index): SealedAnswer[] => {
      const one = wave.answer!(index, cell)
      return one ? [{ label: labelOf.get(memberId) ?? '', ...one }] : []
    })
    const { state, body, answers, texts } = resultOf(
      { items: wave.items, cells, invited: wave.people.length, withText: true },
      said,
      minAnswers,
    )
    if (isSeparate) await becomeReleaseJob(tx)
    await insertAnswers(tx, id, answers, texts)
    if (isSeparate) await leaveReleaseJob(tx)
    await insertResult(tx, { waveId: id, state, body, k: minAnswers, algoVersion, now: closesAt })
    if (wave.said) {
      await writeSaid(tx, id, wave.said)
      await publishSaid(
        tx,
        id,
        input.managerId,
        null,
        new Date(closesAt.getTime() + wave.said.afterDays * day),
      )
    }
  }
  if (input.contacts && (await listContacts(tx)).length === 0)
    await replaceContacts(tx, input.contacts, { demo: true })
}

/** Waves go with their community or programme; what is left is whom one could talk to. */
export const removeDemoPulse = async (ctx: Context): Promise<void> => void (await deleteDemoContacts(ctx.tx))
