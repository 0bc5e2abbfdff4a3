import { getCommunityFor } from '#modules/communities/public.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import type {
  EditionView,
  NewsletterCard,
  NewsletterDetail,
  WriteNewsletter,
} from '#modules/newsletters/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { emit } from '#platform/events/events.ts'
import { editorNamed } from '#modules/newsletters/events.ts'
import { cleanLocalText, cleanText } from '#platform/shared/local-text.ts'
import { getNewsletter, viewerOf } from '../access.ts'
import {
  deleteEdition,
  deleteEditor,
  findCandidate,
  findPlace,
  insertEdition,
  insertEditor,
  insertNewsletter,
  listEditions,
  listEditors,
  listNewsletters,
  updateNewsletter,
} from '../queries/newsletters.ts'

/** The newsletters that exist for the caller. One statement. */
export const readNewsletters = async (
  ctx: MemberContext,
): Promise<{ items: NewsletterCard[]; mayBegin: boolean }> => ({
  items: await listNewsletters(ctx.tx, viewerOf(ctx), ctx.actor.isAdministrator),
  mayBegin: ctx.actor.isAdministrator,
})

/** One newsletter with who writes it. Three statements. */
export async function readNewsletter(ctx: MemberContext, newsletterId: string): Promise<NewsletterDetail> {
  const access = await getNewsletter(ctx, newsletterId)
  enforce(access.mayName || access.leads || access.editionIds.length > 0 || 'editorsOnly')
  const [card] = await listNewsletters(ctx.tx, viewerOf(ctx), ctx.actor.isAdministrator, newsletterId)
  return {
    ...card!,
    editors: await listEditors(ctx.tx, newsletterId),
    editions: await listEditions(ctx.tx, newsletterId),
  }
}

const prepared = (input: WriteNewsletter): WriteNewsletter => {
  const name = cleanLocalText(input.name)
  if (!name.fr && !name.en) throw new Refusal('newsletterNameMissing')
  return { ...input, name, purpose: cleanLocalText(input.purpose) }
}

/**
 * An administrator begins a newsletter of the organisation and names who writes it; a manager begins one of their
 * community and writes it.
 */
export async function beginNewsletter(
  ctx: MemberContext,
  input: WriteNewsletter & { communityId: string | null },
): Promise<{ id: string }> {
  if (input.communityId) await getCommunityFor(ctx, input.communityId, 'manage')
  else enforce(ctx.actor.isAdministrator || 'administratorsOnly')
  const id = newId(ctx.now.getTime())
  const memberId = ctx.actor.memberId
  await insertNewsletter(ctx.tx, {
    ...prepared(input),
    id,
    communityId: input.communityId,
    memberId,
    now: ctx.now,
  })
  if (input.communityId)
    await insertEditor(ctx.tx, { newsletterId: id, memberId, editionId: null, by: memberId, now: ctx.now })
  return { id }
}

/** Whoever names editors, or writes everything, changes what the newsletter is called and how often it comes. */
export async function changeNewsletter(
  ctx: MemberContext,
  input: WriteNewsletter & { newsletter: string; isClosed: boolean },
): Promise<void> {
  const access = await getNewsletter(ctx, input.newsletter)
  enforce(access.mayName || access.leads || 'editorsOnly')
  await updateNewsletter(ctx.tx, access.id, { ...prepared(input), isClosed: input.isClosed }, ctx.now)
}

/** Names an editor, or lets them go. Lead editors name those of local editions. Emits editorNamed. */
export async function nameEditor(
  ctx: MemberContext,
  input: { newsletter: string; memberId: string; editionId: string | null; isEditor: boolean },
): Promise<void> {
  const access = await getNewsletter(ctx, input.newsletter)
  enforce(access.mayName || (access.leads && input.editionId !== null) || 'editorsAreNamedElsewhere')
  if (input.editionId && !(await listEditions(ctx.tx, access.id)).some(({ id }) => id === input.editionId))
    throw new Refusal('editionNotFound')
  if (!input.isEditor) {
    await deleteEditor(ctx.tx, access.id, input.memberId, input.editionId)
    return
  }
  if (!(await findCandidate(ctx.tx, input.memberId, access.communityId)))
    throw new Refusal('editorNotAvailable')
  const added = await insertEditor(ctx.tx, {
    newsletterId: access.id,
    memberId: input.memberId,
    editionId: input.editionId,
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  if (added > 0 && input.memberId !== ctx.actor.memberId)
    await emit(ctx, editorNamed(null, { newsletterId: access.id, memberId: input.memberId }))
}

/** Opens a local edition of a site, an entity or a community. */
export async function openEdition(
  ctx: MemberContext,
  input: { newsletter: string; name: string; scope: 'site' | 'entity' | 'community'; scopeId: string },
): Promise<EditionView> {
  const access = await getNewsletter(ctx, input.newsletter)
  enforce(access.mayName || access.leads || 'editorsOnly')
  if (input.scope === 'community') await getCommunityFor(ctx, input.scopeId, 'see')
  else if (!(await findPlace(ctx.tx, input.scope, input.scopeId))) throw new Refusal('editionNotFound')
  const edition = {
    id: newId(ctx.now.getTime()),
    name: cleanText(input.name) ?? input.scope,
    scope: input.scope,
    scopeId: input.scopeId,
  }
  await insertEdition(ctx.tx, { ...edition, newsletterId: access.id, now: ctx.now })
  return edition
}

/** Closes a local edition. */
export async function closeEdition(
  ctx: MemberContext,
  input: { newsletter: string; edition: string },
): Promise<void> {
  const access = await getNewsletter(ctx, input.newsletter)
  enforce(access.mayName || access.leads || 'editorsOnly')
  if ((await deleteEdition(ctx.tx, access.id, input.edition)) === 0) throw new Refusal('editionNotFound')
}
