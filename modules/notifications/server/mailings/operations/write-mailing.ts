import { getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import type { MailingDetail, WriteMailing } from '#modules/notifications/mailings-contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import type { Services } from '#platform/services.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { deleteDraft, findMailing, findMailingToChange, insertMailing, updateDraft } from '../queries.ts'
import type { MailingRecord } from '../queries.ts'
import { viewDetail } from '../views.ts'

interface Named {
  community: string
  mailing: string
}

/** A mailing of a community that the caller manages, kept from changing until the transaction ends. */
export async function getMailingToChange(
  ctx: MemberContext,
  input: Named,
): Promise<{ community: CommunityAccess; mailing: MailingRecord }> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const mailing = await findMailingToChange(ctx.tx, community.id, input.mailing, ctx.now)
  if (!mailing) throw new Refusal('mailingNotFound')
  return { community, mailing }
}

/** The mailing as it is after a change. */
export async function viewAgain(
  ctx: MemberContext,
  services: Services,
  community: CommunityAccess,
  id: string,
): Promise<MailingDetail> {
  const mailing = await findMailing(ctx.tx, community.id, id, ctx.now)
  return viewDetail(ctx, services, community, mailing!)
}

const prepared = (input: WriteMailing, fallback: 'fr' | 'en') => {
  const bodyMd = input.bodyMd.replace(/\r\n?/g, '\n').trimEnd()
  return {
    subject: cleanText(input.subject)?.replace(/\s+/g, ' ') ?? '',
    bodyMd,
    bodyHtml: renderMarkdown(bodyMd).html,
    language: input.language ?? fallback,
  }
}

/** A manager begins a mailing: a draft that only managers of the community see. */
export async function beginMailing(
  ctx: MemberContext,
  services: Services,
  input: WriteMailing & { community: string },
): Promise<MailingDetail> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const id = newId(ctx.now.getTime())
  await insertMailing(ctx.tx, {
    id,
    communityId: community.id,
    authorId: ctx.actor.memberId,
    ...prepared(input, ctx.actor.language),
    now: ctx.now,
  })
  return viewAgain(ctx, services, community, id)
}

/** A manager changes a draft, their own or a colleague's. */
export async function changeMailing(
  ctx: MemberContext,
  services: Services,
  input: WriteMailing & Named,
): Promise<MailingDetail> {
  const { community, mailing } = await getMailingToChange(ctx, input)
  if (mailing.state !== 'draft') throw new Refusal('mailingNotDraft')
  await updateDraft(ctx.tx, { id: mailing.id, ...prepared(input, mailing.language), now: ctx.now })
  return viewAgain(ctx, services, community, mailing.id)
}

/** A manager throws a draft away. */
export async function discardMailing(ctx: MemberContext, input: Named): Promise<void> {
  const { mailing } = await getMailingToChange(ctx, input)
  if ((await deleteDraft(ctx.tx, mailing.id)) === 0) throw new Refusal('mailingNotDraft')
}
