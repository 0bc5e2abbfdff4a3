import { getCommunityFor } from '#modules/communities/public.ts'
import type { CompanyFormat, Format } from '#modules/editorial/contract.ts'
import { companyFormatOf, companyFormats } from '#modules/editorial/formats.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { cleanLocalText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { deleteFormat, insertFormat, listFormats, updateFormat } from '../queries/places.ts'
import type { WrittenFormat } from '../queries/places.ts'

export async function readFormats(
  ctx: MemberContext,
  idOrSlug: string,
): Promise<{ items: Format[]; company: CompanyFormat[] }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  const items = await listFormats(ctx.tx, community.id)
  return {
    items,
    company: companyFormats.map((format) => ({
      ...format,
      isAdopted: items.some(({ key }) => key === format.key),
    })),
  }
}

function cleaned(format: WrittenFormat): WrittenFormat {
  const [name, howTo] = [cleanLocalText(format.name), cleanLocalText(format.howTo)]
  if (Object.keys(name).length === 0 || Object.keys(howTo).length === 0)
    throw new Refusal('formatTextMissing')
  return { name, howTo, minutes: format.minutes, rhythm: format.rhythm }
}

/** Adopts a company format as a copy, or writes one of the community's own. */
export async function addFormat(
  ctx: MemberContext,
  input: { community: string; key?: string | undefined; format?: WrittenFormat | undefined },
): Promise<Format> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const template = input.key === undefined ? input.format : companyFormatOf(input.key)
  if (!template) throw new Refusal(input.key === undefined ? 'formatTextMissing' : 'formatNotFound')
  return (await insertFormat(ctx.tx, {
    ...cleaned(template),
    id: newId(ctx.now.getTime()),
    communityId: community.id,
    key: input.key ?? null,
    at: ctx.now,
    by: ctx.actor.memberId,
  }))!
}

/** For modules above, which have checked who may: a format of the community's own. */
export const keepFormat = async (
  ctx: Context,
  communityId: string,
  format: WrittenFormat,
  by: string | null,
): Promise<Format> =>
  (await insertFormat(ctx.tx, {
    ...cleaned(format),
    id: newId(ctx.now.getTime()),
    communityId,
    key: null,
    at: ctx.now,
    by,
  }))!

export async function editFormat(
  ctx: MemberContext,
  input: WrittenFormat & { community: string; formatId: string },
): Promise<Format> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const format = await updateFormat(ctx.tx, {
    ...cleaned(input),
    id: input.formatId,
    communityId: community.id,
    at: ctx.now,
    by: ctx.actor.memberId,
  })
  if (!format) throw new Refusal('formatNotFound')
  return format
}

export async function giveUpFormat(
  ctx: MemberContext,
  input: { community: string; formatId: string },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  if ((await deleteFormat(ctx.tx, community.id, input.formatId)) === 0) throw new Refusal('formatNotFound')
}
