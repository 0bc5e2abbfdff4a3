import { randomBytes } from 'node:crypto'
import type { Challenge, NewChallenge } from '#modules/campaigns/contract.ts'
import { sha256 } from '#modules/campaigns/draw.ts'
import { jurorNamed } from '#modules/campaigns/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getCampaignToLead } from '../access.ts'
import { insertChallenge, listPossibleJurors } from '../queries/challenges.ts'
import { viewChallenge } from './view-challenge.ts'

/**
 * Whoever leads proposes a challenge, or a contest whose rules stand from then on. A draw publishes the fingerprint of
 * its seed now, before the first entry. Refusals `datesUnclear`, `juryMissing`.
 */
export async function proposeChallenge(
  ctx: MemberContext,
  { campaign: key, ...input }: NewChallenge & { campaign: string },
): Promise<Challenge> {
  const campaign = await getCampaignToLead(ctx, key)
  if (new Date(input.closesAt) <= ctx.now) throw new Refusal('datesUnclear')
  const isContest = input.kind === 'contest'
  const way = isContest ? (input.way ?? 'draw') : undefined
  const juryIds = way === 'jury' ? [...new Set(input.juryIds)] : []
  if (way === 'jury') {
    const possible = await listPossibleJurors(ctx.tx, campaign.id, juryIds)
    if (juryIds.length === 0 || possible.length < juryIds.length || !cleanText(input.criteria))
      throw new Refusal('juryMissing')
  }
  const seed = way === 'draw' ? randomBytes(32).toString('hex') : null
  const id = newId(ctx.now.getTime())
  await insertChallenge(ctx.tx, {
    ...input,
    id,
    campaignId: campaign.id,
    title: cleanText(input.title) ?? '…',
    steps: isContest ? [] : (input.steps ?? []).flatMap((step) => cleanText(step) ?? []),
    ...(way && { way }),
    juryIds,
    language: input.language ?? ctx.actor.language,
    createdBy: ctx.actor.memberId,
    seed,
    commitment: seed && (await sha256(seed)),
    now: ctx.now,
  })
  for (const memberId of juryIds) await emit(ctx, jurorNamed(null, { challengeId: id, memberId }))
  return viewChallenge(ctx, id)
}
