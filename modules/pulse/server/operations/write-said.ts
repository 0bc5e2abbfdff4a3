import { beginTheme } from '#modules/listening/public.ts'
import { saidPublished } from '#modules/pulse/events.ts'
import type { Contact, Desk } from '#modules/pulse/shapes.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findSaid, listContacts, publishSaid, replaceContacts, writeSaid } from '../queries/said.ts'
import { getWaveToManage } from '../scope.ts'
import { readDesk } from './read-desk.ts'

/** Writes what was heard and what comes of it; nobody else sees it before it is published. */
export async function draftSaid(
  ctx: MemberContext,
  waveId: string,
  input: { youSaid: string; weDo: string; weWillNot: string },
): Promise<Desk> {
  const { wave, scope } = await getWaveToManage(ctx, waveId, { toChange: true })
  if (wave.state !== 'closed') throw new Refusal('waveNotThisState', { state: wave.state })
  const written = await writeSaid(ctx.tx, waveId, {
    youSaid: cleanText(input.youSaid) ?? '',
    weDo: cleanText(input.weDo) ?? '',
    weWillNot: cleanText(input.weWillNot) ?? '',
  })
  if (written === 0) throw new Refusal('saidAlready')
  return await readDesk(ctx, scope)
}

/**
 * Publishes it to everybody who reads the results; from then on the next wave may open. With `theme`, a listening
 * theme of that title begins with these words (communities only). Refuses saidEmpty, saidAlready.
 */
export async function publishWhatWasSaid(
  ctx: MemberContext,
  waveId: string,
  theme: string | undefined,
): Promise<Desk> {
  const { wave, scope } = await getWaveToManage(ctx, waveId, { toChange: true })
  if (wave.state !== 'closed') throw new Refusal('waveNotThisState', { state: wave.state })
  const said = await findSaid(ctx.tx, waveId)
  if (said?.publishedAt) throw new Refusal('saidAlready')
  if (!said || !said.youSaid || (!said.weDo && !said.weWillNot)) throw new Refusal('saidEmpty')
  const begun =
    theme && scope.communityId
      ? await beginTheme(ctx, {
          community: scope.communityId,
          title: theme,
          kind: 'need',
          description: said.youSaid,
        })
      : undefined
  await publishSaid(ctx.tx, waveId, ctx.actor.memberId, begun?.id ?? null, ctx.now)
  await emit(ctx, saidPublished(scope.communityId, { waveId }))
  return await readDesk(ctx, scope)
}

/** An administrator says whom one can talk to. The given list replaces the former. */
export async function setContacts(
  ctx: MemberContext,
  contacts: readonly Contact[],
): Promise<{ items: Contact[] }> {
  await replaceContacts(
    ctx.tx,
    contacts.map(({ kind, name, reach }) => ({ kind, name: name.trim(), reach: reach.trim() })),
  )
  return { items: await listContacts(ctx.tx) }
}
