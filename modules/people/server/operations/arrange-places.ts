import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { BodyOf } from '#platform/shared/contract.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { contract, Entity, Organisation, Site, SiteInput } from '#modules/people/contract.ts'
import { audit } from '../audit.ts'
import { enforceLine, enforceTimezone, isViolation, refuseField } from '../input.ts'
import { getOrganisation } from '../queries/doors.ts'
import { updateOrganisation } from '../queries/organisation.ts'
import {
  deleteEntity,
  deleteSite,
  findEntity,
  findSite,
  insertEntity,
  insertSite,
  updateEntity,
  updateSite,
} from '../queries/places.ts'

/** What the database's constraints mean to the administrator. */
async function explained<R>(work: Promise<R>, foreign: Refusal): Promise<R> {
  try {
    return await work
  } catch (error) {
    if (isViolation(error, '23505')) throw new Refusal('nameTaken')
    if (isViolation(error, '23503')) throw foreign
    throw error
  }
}
const unknownParent = () => refuseField('parentId', 'unknown')
const stillInUse = () => new Refusal('stillInUse')

interface EntityInput {
  name: string
  parentId?: string | null
}

export async function addEntity(ctx: MemberContext, input: EntityInput): Promise<Entity> {
  const id = newId()
  await explained(
    insertEntity(ctx.tx, id, enforceLine(input.name, 'name'), input.parentId ?? null),
    unknownParent(),
  )
  await audit(ctx, 'entityAdded', id)
  return (await findEntity(ctx.tx, id))!
}

export async function changeEntity(ctx: MemberContext, id: string, input: EntityInput): Promise<Entity> {
  if (!(await findEntity(ctx.tx, id))) throw new Refusal('notFound')
  const changed = await explained(
    updateEntity(ctx.tx, id, enforceLine(input.name, 'name'), input.parentId ?? null),
    unknownParent(),
  )
  if (!changed) throw refuseField('parentId', 'belowItself')
  await audit(ctx, 'entityChanged', id)
  return (await findEntity(ctx.tx, id))!
}

export async function removeEntity(ctx: MemberContext, id: string): Promise<void> {
  if (!(await explained(deleteEntity(ctx.tx, id), stillInUse()))) throw new Refusal('notFound')
  await audit(ctx, 'entityRemoved', id)
}

function enforceSite(input: SiteInput): SiteInput {
  if (input.opens >= input.closes) throw refuseField('closes', 'beforeOpening')
  return {
    ...input,
    name: enforceLine(input.name, 'name'),
    timezone: enforceTimezone(input.timezone),
    workdays: input.workdays.toSorted((a, b) => a - b),
  }
}

export async function addSite(ctx: MemberContext, input: SiteInput): Promise<Site> {
  const id = newId()
  await explained(insertSite(ctx.tx, id, enforceSite(input)), stillInUse())
  await audit(ctx, 'siteAdded', id)
  return (await findSite(ctx.tx, id))!
}

export async function changeSite(ctx: MemberContext, id: string, input: SiteInput): Promise<Site> {
  if (!(await explained(updateSite(ctx.tx, id, enforceSite(input)), stillInUse())))
    throw new Refusal('notFound')
  await audit(ctx, 'siteChanged', id)
  return (await findSite(ctx.tx, id))!
}

export async function removeSite(ctx: MemberContext, id: string): Promise<void> {
  if (!(await explained(deleteSite(ctx.tx, id), stillInUse()))) throw new Refusal('notFound')
  await audit(ctx, 'siteRemoved', id)
}

export async function changeOrganisation(
  ctx: MemberContext,
  change: BodyOf<(typeof contract)['PATCH /api/v1/admin/organisation']>,
): Promise<Organisation> {
  const next: Organisation = { ...(await getOrganisation(ctx)), ...change }
  next.name = enforceLine(next.name, 'name')
  next.timezone = enforceTimezone(next.timezone)
  if (!next.languages.includes(next.defaultLanguage))
    throw refuseField('defaultLanguage', 'notAmongLanguages')
  await updateOrganisation(ctx.tx, next)
  await audit(ctx, 'organisationChanged', null)
  return next
}
