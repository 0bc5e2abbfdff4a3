import { getCommunityFor } from '#modules/communities/public.ts'
import { templateSteps } from '#modules/moderation/contract.ts'
import type { Contract, Example, TemplateStep, YearReport } from '#modules/moderation/contract.ts'
import type { ResponseOf } from '#platform/shared/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { cleanLocalText } from '#platform/shared/local-text.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { figuresOf } from '../figures.ts'
import { ourTemplates } from '../templates.ts'
import { findArticle } from '../queries/cases.ts'
import {
  deleteExample,
  deleteTemplate,
  findOldestNotice,
  insertExample,
  listExamples,
  listOffice,
  listTemplates,
  replaceOffice,
  upsertReview,
  upsertTemplate,
} from '../queries/places.ts'
import { countContributions, listFacts, listYears } from '../queries/years.ts'

/** The text that each step begins with: the community's own, else ours. */
export async function readTemplates(
  ctx: MemberContext,
  communityKey: string,
): Promise<{ items: { step: TemplateStep; text: LocalText; isOurs: boolean }[] }> {
  const community = await getCommunityFor(ctx, communityKey, 'moderate')
  return { items: await templatesOf(ctx, community.id) }
}

export async function templatesOf(
  ctx: MemberContext,
  communityId: string,
): Promise<{ step: TemplateStep; text: LocalText; isOurs: boolean }[]> {
  const own = new Map((await listTemplates(ctx.tx, communityId)).map(({ step, text }) => [step, text]))
  return templateSteps.map((step) => ({
    step,
    text: { ...ourTemplates[step], ...own.get(step) },
    isOurs: !own.has(step),
  }))
}

/** Keeps a community's own wording; nothing written brings ours back. */
export async function adaptTemplate(
  ctx: MemberContext,
  input: { community: string; step: TemplateStep; text: LocalText },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'moderate')
  const text = cleanLocalText(input.text)
  if (!text.fr && !text.en) return void (await deleteTemplate(ctx.tx, community.id, input.step))
  const row = { communityId: community.id, step: input.step, text, by: ctx.actor.memberId, at: ctx.now }
  await upsertTemplate(ctx.tx, row)
}

/** The figures of a year for the readers of a community; this year without another wish. */
export async function readYear(
  ctx: MemberContext,
  communityKey: string | undefined,
  wished: number | undefined,
): Promise<YearReport> {
  const community = communityKey ? await getCommunityFor(ctx, communityKey, 'read') : undefined
  const thisYear = ctx.now.getUTCFullYear()
  const year = wished ?? thisYear
  const years = await listYears(ctx.tx, community?.id ?? null)
  return {
    year,
    years: [...new Set([thisYear, ...years])].sort((a, b) => b - a),
    community: community
      ? figuresOf(
          await listFacts(ctx.tx, year, community.id),
          await countContributions(ctx.tx, year, community.id),
        )
      : null,
    organisation: figuresOf(
      await listFacts(ctx.tx, year, null),
      await countContributions(ctx.tx, year, null),
    ),
  }
}

export async function readExamples(
  ctx: MemberContext,
  communityKey: string,
): Promise<{ items: Example[]; canWrite: boolean }> {
  const community = await getCommunityFor(ctx, communityKey, 'read')
  return { items: await listExamples(ctx.tx, community.id), canWrite: community.can.moderate }
}

/** A moderator tells a case without names, attached to an article of the current charter. */
export async function writeExample(
  ctx: MemberContext,
  input: { community: string; article: number; situation: LocalText; lesson: LocalText },
): Promise<Example> {
  const community = await getCommunityFor(ctx, input.community, 'moderate')
  if (!(await findArticle(ctx.tx, community.id, input.article))) throw new Refusal('articleUnknown')
  const situation = cleanLocalText(input.situation)
  const lesson = cleanLocalText(input.lesson)
  if (!(situation.fr ?? situation.en) || !(lesson.fr ?? lesson.en)) throw new Refusal('reasonMissing')
  const example = { id: newId(ctx.now.getTime()), article: input.article, situation, lesson }
  await insertExample(ctx.tx, {
    ...example,
    communityId: community.id,
    by: ctx.actor.memberId,
    at: ctx.now,
  })
  return example
}

export async function removeExample(
  ctx: MemberContext,
  input: { community: string; exampleId: string },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'moderate')
  if ((await deleteExample(ctx.tx, community.id, input.exampleId)) === 0) throw new Refusal('exampleNotFound')
}

/** The managers have read the charter again: the next reminder is a year away. */
export async function reviewCharter(ctx: MemberContext, communityKey: string): Promise<void> {
  const community = await getCommunityFor(ctx, communityKey, 'manage')
  await upsertReview(ctx.tx, community.id, ctx.actor.memberId, ctx.now)
}

export async function readOffices(
  ctx: MemberContext,
): Promise<ResponseOf<Contract['GET /api/v1/admin/mediators']>> {
  return {
    mediators: await listOffice(ctx.tx, 'mediator'),
    legalDesk: await listOffice(ctx.tx, 'legalDesk'),
    oldestNotice: await findOldestNotice(ctx.tx),
  }
}

/** The administrator names both offices at once; only active employees hold one. */
export async function nameOffices(
  ctx: MemberContext,
  input: { mediators: readonly string[]; legalDesk: readonly string[] },
): Promise<void> {
  for (const [office, ids] of [
    ['mediator', input.mediators],
    ['legalDesk', input.legalDesk],
  ] as const) {
    const n = await replaceOffice(ctx.tx, office, ids, ctx.actor.memberId, ctx.now)
    if (n !== ids.length) throw new Refusal('officeNeedsEmployees')
  }
}
