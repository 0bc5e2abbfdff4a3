import { readStrictThreshold } from '#modules/measurement/public.ts'
import type { Desk, DeskWave } from '#modules/pulse/shapes.ts'
import { daysBetween } from '#modules/pulse/words.ts'
import type { MemberContext } from '#platform/context.ts'
import { countSealed } from '../queries/answers.ts'
import { findSaid } from '../queries/said.ts'
import { findLastOpening, findUnanswered, findWaveAtWork } from '../queries/waves.ts'
import type { WaveRow } from '../queries/waves.ts'
import { shareOf } from '../results.ts'
import type { PulseScope } from '../scope.ts'
import { viewScope } from './read-pulse.ts'

/**
 * What a manager prepares and follows. The only thing that moves during a wave is the share of answers, in steps of
 * ten percent; results are where everybody reads them, from the same minute on.
 */
export async function readDesk(ctx: MemberContext, scope: PulseScope): Promise<Desk> {
  const last = await findLastOpening(ctx.tx, scope)
  const notBefore = last && new Date(last.getTime() + daysBetween * 86_400_000)
  const wave = await findWaveAtWork(ctx.tx, scope)
  const unanswered = await findUnanswered(ctx.tx, scope)
  return {
    scope: viewScope(scope),
    wave: wave ? await viewWave(ctx, wave) : null,
    unanswered: unanswered ? await viewWave(ctx, unanswered) : null,
    notBefore: notBefore && notBefore > ctx.now ? notBefore.toISOString().slice(0, 10) : null,
    k: await readStrictThreshold(ctx),
    dimensions: scope.programmeId ? ['none', 'population'] : ['none', 'entity', 'site'],
    kinds: scope.programmeId ? ['adkar', 'mood'] : ['mood'],
  }
}

async function viewWave(ctx: MemberContext, wave: WaveRow): Promise<DeskWave> {
  const said = wave.state === 'closed' ? await findSaid(ctx.tx, wave.id) : undefined
  const sealed = wave.state === 'open' ? await countSealed(ctx.tx, wave.id) : 0
  return {
    id: wave.id,
    kind: wave.kind,
    state: wave.state,
    items: wave.items.map(({ key, text }) => ({ key, text })),
    withText: wave.withText,
    dimension: wave.dimension,
    noCells: wave.noCells,
    days: wave.days,
    closesAt: wave.closesAt?.toISOString() ?? null,
    closedOn: wave.state === 'closed' ? wave.endedAt!.toISOString().slice(0, 10) : null,
    answered: wave.state === 'open' ? shareOf(sealed, wave.invited) : null,
    canCancel: wave.state === 'open' && sealed === 0,
    said: said
      ? {
          youSaid: said.youSaid,
          weDo: said.weDo,
          weWillNot: said.weWillNot,
          publishedAt: said.publishedAt?.toISOString() ?? null,
          themeId: said.themeId,
        }
      : null,
  }
}
