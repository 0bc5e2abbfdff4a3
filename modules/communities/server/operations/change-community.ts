import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { CommunityChanges, CommunityKind, CommunityVisibility } from '#modules/communities/contract.ts'
import type { declaredStages } from '#modules/communities/words.ts'
import { communityChanged, visibilityChanged } from '#modules/communities/events.ts'
import { getCommunityFor } from '#modules/communities/server/access.ts'
import { claimSlug, getText, slugOf } from '#modules/communities/server/operations/create-community.ts'
import { audit } from '#modules/communities/server/operations/audit.ts'
import {
  countGuests,
  setStage,
  setVisibility,
  siteExists,
  updateCommunity,
} from '#modules/communities/server/queries/communities.ts'

type DeclaredStage = (typeof declaredStages)[number]

/** A manager changes the settings. The stage is lifecycle's to change. */
export async function changeCommunity(
  ctx: Context,
  idOrSlug: string,
  changes: CommunityChanges & { kind?: CommunityKind },
): Promise<void> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  if (changes.siteId && !(await siteExists(ctx.tx, changes.siteId)))
    throw new Refusal('invalidInput', { fields: [{ field: 'body/siteId' }] })
  await updateCommunity(ctx.tx, community.id, {
    ...changes,
    ...(changes.name && { name: getText(changes.name) }),
    ...(changes.purpose && { purpose: getText(changes.purpose) }),
  })
  await emit(ctx, communityChanged(community.id, { fields: Object.keys(changes) }))
}

/** Leads a community to a stage that is declared; lifecycle decides whether it may. Emits communityChanged. */
export async function declareStage(ctx: Context, communityId: string, stage: DeclaredStage): Promise<void> {
  if ((await setStage(ctx.tx, communityId, stage)) === 0) throw new Refusal('conflict')
  await emit(ctx, communityChanged(communityId, { fields: ['stage'] }))
}

/**
 * A manager changes who may see and read. At once: every later read asks the same predicate. Partners stop being
 * admitted only once none is left, so that nobody stays inside by accident.
 */
export async function changeVisibility(
  ctx: Context,
  idOrSlug: string,
  input: { visibility: CommunityVisibility; partnersAdmitted: boolean },
): Promise<void> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  if (!input.partnersAdmitted && community.partnersAdmitted) {
    const guests = await countGuests(ctx.tx, community.id)
    if (guests > 0) throw new Refusal('guestsPresent', { n: guests })
  }
  const write = (slug: string) => setVisibility(ctx.tx, { id: community.id, slug, ...input })
  const crossesSecrecy = (input.visibility === 'secret') !== (community.visibility === 'secret')
  if (!crossesSecrecy) await write(community.slug)
  // Becoming secret, it gives up an address that others could still know; leaving secrecy, it gets a readable one.
  else await claimSlug(ctx, slugOf(community.name), input.visibility, write)
  await audit(ctx, 'communities.visibilityChanged', community.id, {
    from: community.visibility,
    to: input.visibility,
  })
  await emit(
    ctx,
    visibilityChanged(community.id, {
      from: community.visibility,
      to: input.visibility,
      partnersAdmitted: input.partnersAdmitted,
    }),
  )
}
