import type { Item, OpenWave, PulseView, WaveResult } from '#modules/pulse/shapes.ts'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { readAnswerIds } from '../keys.ts'
import { isAnswerThere, listResults } from '../queries/answers.ts'
import type { ResultRow } from '../queries/answers.ts'
import { listContacts } from '../queries/said.ts'
import { findTicket, listWaitingFor } from '../queries/tickets.ts'
import { findOpenWave } from '../queries/waves.ts'
import type { WaveRow } from '../queries/waves.ts'
import { getWaveFor } from '../scope.ts'
import type { PulseScope } from '../scope.ts'

const orderedItem = ({ key, text }: Item): Item => ({ key, text })

export const viewScope = ({ communityId, slug, programmeId, name }: PulseScope) => ({
  communityId,
  slug,
  programmeId,
  name,
})

/** An open wave as this person may answer it. */
async function viewOpen(
  ctx: MemberContext,
  services: Services,
  wave: WaveRow,
  takesPart: boolean,
): Promise<OpenWave> {
  const ticket = await findTicket(ctx.tx, wave.id, ctx.actor.memberId)
  const idOf = ticket && !ticket.answered ? await readAnswerIds(services, wave.id) : undefined
  const hasAnswered =
    ticket?.answered === true ||
    (idOf ? await isAnswerThere(ctx.tx, wave.id, idOf(ctx.actor.memberId)) : false)
  const cell = ticket && wave.cells.find(({ label }) => label === ticket.label)
  return {
    id: wave.id,
    kind: wave.kind,
    items: wave.items.map(orderedItem),
    withText: wave.withText,
    dimension: wave.dimension,
    closesAt: wave.closesAt!.toISOString(),
    mine: {
      state: !ticket || !takesPart ? 'notAsked' : hasAnswered ? 'answered' : 'toAnswer',
      label: cell ? { label: cell.label, includes: cell.includes } : null,
    },
  }
}

export const viewResult = ({ body, said, ...row }: ResultRow): WaveResult => ({
  id: row.id,
  kind: row.kind,
  openedOn: row.openedOn,
  closedOn: row.closedOn,
  dimension: row.dimension,
  noCells: row.noCells,
  state: row.state,
  k: row.k,
  answered: { percent: body.answered.percent, code: body.answered.code },
  respondents: body.respondents,
  items: body.items,
  texts: body.texts,
  fewTexts: body.fewTexts,
  said: said && {
    youSaid: said.youSaid,
    weDo: said.weDo,
    weWillNot: said.weWillNot,
    publishedAt: said.publishedAt as unknown as string,
    themeId: said.themeId,
  },
})

/** What everybody sees of a place's pulses: one answer for members, managers and sponsors. */
export async function readPulse(
  ctx: MemberContext,
  services: Services,
  scope: PulseScope,
): Promise<PulseView> {
  const open = await findOpenWave(ctx.tx, scope)
  return {
    scope: viewScope(scope),
    // Past its hour a wave waits for the job that closes it.
    open:
      open && open.closesAt! > ctx.now
        ? await viewOpen(ctx, services, open, scope.takesPart || scope.programmeId !== null)
        : null,
    results: (await listResults(ctx.tx, scope)).map(viewResult),
    contacts: await listContacts(ctx.tx),
    can: { manage: scope.mayManage, editContacts: ctx.actor.isAdministrator },
  }
}

/** One wave by its own address. */
export async function readWave(ctx: MemberContext, services: Services, waveId: string): Promise<PulseView> {
  const { wave, scope } = await getWaveFor(ctx, waveId)
  const view = await readPulse(ctx, services, scope)
  return {
    ...view,
    open: view.open?.id === wave.id ? view.open : null,
    results: view.results.filter(({ id }) => id === wave.id),
  }
}

/** Waves that wait for this person. */
export async function readMyPulses(
  ctx: MemberContext,
  services: Services,
): Promise<{ items: { scope: ReturnType<typeof viewScope>; wave: OpenWave }[] }> {
  const ids = await listWaitingFor(ctx.tx, ctx.actor.memberId, ctx.actor.memberKind === 'employee')
  const items = []
  for (const id of ids) {
    const { wave, scope } = await getWaveFor(ctx, id)
    const open = await viewOpen(ctx, services, wave, scope.takesPart || scope.programmeId !== null)
    if (open.mine.state === 'toAnswer' && wave.closesAt! > ctx.now)
      items.push({ scope: viewScope(scope), wave: open })
  }
  return { items }
}
