import { getCommunityFor } from '#modules/communities/public.ts'
import { keepFormat } from '#modules/editorial/public.ts'
import type { TemplateCard, TemplateCopy } from '#modules/practice/contract.ts'
import type { TemplateKind } from '#modules/practice/words.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import {
  findCopy,
  findOwnCopySource,
  findTemplate,
  insertTemplate,
  insertVersion,
  listCopies,
  listTemplates,
  listVersions,
  lockOwnTemplate,
  setCopy,
  setWithdrawn,
  updateCopy,
} from '../queries/templates.ts'
import { checkManager } from './meet-in-circles.ts'

export async function readTemplates(
  ctx: MemberContext,
  query: { kind?: TemplateKind; cursor?: string; limit?: number },
) {
  await checkManager(ctx)
  const limit = query.limit ?? 20
  const rows = await listTemplates(
    ctx.tx,
    ctx.actor.memberId,
    query.kind ?? null,
    readCursor(query.cursor, 'string', 'string') as [string | null, string | null],
    limit,
  )
  return pageOf(
    rows,
    limit,
    (row) => [row.exactAt, row.id],
    (row): TemplateCard => row,
  )
}

const cleaned = (input: { title: string; body: string }): { title: string; body: string } => {
  const [title, body] = [cleanText(input.title), cleanText(input.body)]
  if (!title || !body) throw new Refusal('textMissing')
  return { title, body }
}

/** A manager publishes a template; one that grew from a copy keeps its credit. */
export async function publishTemplate(
  ctx: MemberContext,
  input: {
    kind: TemplateKind
    title: string
    body: string
    language: 'fr' | 'en'
    copyId?: string | undefined
  },
): Promise<TemplateCard> {
  await checkManager(ctx)
  const text = cleaned(input)
  const source = input.copyId ? await findOwnCopySource(ctx.tx, input.copyId, ctx.actor.memberId) : undefined
  if (input.copyId && !source) throw new Refusal('copyNotFound')
  const id = newId(ctx.now.getTime())
  await insertTemplate(ctx.tx, {
    id,
    kind: input.kind,
    authorId: ctx.actor.memberId,
    basedOn: source?.templateId ?? null,
    at: ctx.now,
    demo: false,
  })
  await insertVersion(ctx.tx, {
    templateId: id,
    version: 1,
    ...text,
    language: input.language,
    whatChanged: null,
    at: ctx.now,
  })
  return (await findTemplate(ctx.tx, ctx.actor.memberId, id))!
}

/** A new version of one's own; those who copied see that there is one, nothing changes by itself. */
export async function reviseTemplate(
  ctx: MemberContext,
  input: { templateId: string; title: string; body: string; whatChanged?: string | null | undefined },
): Promise<TemplateCard> {
  await checkManager(ctx)
  const own = await lockOwnTemplate(ctx.tx, input.templateId, ctx.actor.memberId)
  if (!own) throw new Refusal('templateNotFound')
  await insertVersion(ctx.tx, {
    templateId: input.templateId,
    version: own.version + 1,
    ...cleaned(input),
    language: own.language,
    whatChanged: cleanText(input.whatChanged),
    at: ctx.now,
  })
  return (await findTemplate(ctx.tx, ctx.actor.memberId, input.templateId))!
}

async function getTemplate(ctx: MemberContext, templateId: string): Promise<TemplateCard> {
  await checkManager(ctx)
  const template = await findTemplate(ctx.tx, ctx.actor.memberId, templateId)
  if (!template) throw new Refusal('templateNotFound')
  return template
}

export async function readVersions(ctx: MemberContext, templateId: string) {
  await getTemplate(ctx, templateId)
  return { items: await listVersions(ctx.tx, templateId) }
}

export async function withdrawTemplate(ctx: MemberContext, templateId: string): Promise<void> {
  await checkManager(ctx)
  if ((await setWithdrawn(ctx.tx, templateId, ctx.actor.memberId, ctx.now)) === 0)
    throw new Refusal('templateNotFound')
}

/** Copies it for a community; a format also comes into that community's calendar, once. */
export async function copyTemplate(
  ctx: MemberContext,
  input: { templateId: string; community: string },
): Promise<TemplateCopy> {
  const template = await getTemplate(ctx, input.templateId)
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const { id, isNew } = await setCopy(ctx.tx, {
    id: newId(ctx.now.getTime()),
    templateId: template.id,
    version: template.version,
    communityId: community.id,
    title: template.title,
    body: template.body,
    by: ctx.actor.memberId,
    at: ctx.now,
  })
  if (template.kind === 'format' && isNew)
    await keepFormat(
      ctx,
      community.id,
      {
        name: { [template.language]: template.title.slice(0, 80) },
        howTo: { [template.language]: template.body.slice(0, 2000) },
        minutes: 30,
        rhythm: 'monthly',
      },
      ctx.actor.memberId,
    )
  return (await findCopy(ctx.tx, community.id, id))!
}

export async function readCopies(ctx: MemberContext, idOrSlug: string): Promise<{ items: TemplateCopy[] }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  return { items: await listCopies(ctx.tx, community.id) }
}

export async function adaptCopy(
  ctx: MemberContext,
  input: { community: string; copyId: string; title: string; body: string },
): Promise<TemplateCopy> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const { title, body } = cleaned(input)
  if ((await updateCopy(ctx.tx, community.id, input.copyId, title, body, ctx.now)) === 0)
    throw new Refusal('copyNotFound')
  return (await findCopy(ctx.tx, community.id, input.copyId))!
}
