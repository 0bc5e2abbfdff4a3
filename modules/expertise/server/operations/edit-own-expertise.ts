import type { MemberContext } from '#platform/context.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { OwnExpertise, OwnExpertiseChange } from '#modules/expertise/contract.ts'
import {
  findOwnExpertise,
  setAbsence,
  setInterests,
  setNamedExpertOf,
  setOptOut,
  setProjects,
} from '../queries/own.ts'
import { dayOf } from '../shared.ts'

/** A year: longer is not an absence but a departure. */
const longestAbsence = 366 * 86_400_000

export async function readOwnExpertise(ctx: MemberContext): Promise<OwnExpertise> {
  const own = await findOwnExpertise(ctx.tx, ctx.actor.memberId, dayOf(ctx.now))
  if (!own) throw new Refusal('notFound')
  return own
}

/** A member changes what they say of themselves, when they are away, and whether they may be asked, introduced, named. */
export async function editOwnExpertise(
  ctx: MemberContext,
  change: OwnExpertiseChange,
): Promise<OwnExpertise> {
  const { memberId } = ctx.actor
  if (change.namedExpertOf) {
    const wanted = distinct(change.namedExpertOf)
    if ((await setNamedExpertOf(ctx.tx, memberId, wanted, ctx.now)) < wanted.length)
      throw new Refusal('skillNotDeclared')
  }
  if (change.interests) await setInterests(ctx.tx, memberId, distinct(change.interests))
  if (change.projects)
    await setProjects(
      ctx.tx,
      memberId,
      change.projects.flatMap((project) => {
        const { role = null, fromYear = null, toYear = null } = project
        if (fromYear !== null && toYear !== null && toYear < fromYear) throw new Refusal('yearsReversed')
        const name = cleanText(project.name)
        return name ? [{ name, role: cleanText(role), fromYear, toYear }] : []
      }),
    )
  if (change.mayBeAsked !== undefined)
    await setOptOut(ctx.tx, memberId, 'questions', !change.mayBeAsked, ctx.now)
  if (change.mayBeIntroduced !== undefined)
    await setOptOut(ctx.tx, memberId, 'introductions', !change.mayBeIntroduced, ctx.now)
  if (change.absence !== undefined) {
    if (change.absence) refuseUnsound(change.absence, ctx.now)
    await setAbsence(ctx.tx, memberId, change.absence, ctx.now)
  }
  return readOwnExpertise(ctx)
}

function refuseUnsound({ from, to }: { from: string; to: string }, now: Date): void {
  if (to < from || to < dayOf(now)) throw new Refusal('absenceEndsBeforeItStarts')
  if (Date.parse(to) - Date.parse(from) > longestAbsence) throw new Refusal('absenceTooLong')
}

/** In their stored form, the first of each kept whatever its capitals. */
const distinct = (texts: readonly string[]): string[] => [
  ...new Map(
    texts.flatMap((text) => {
      const clean = cleanText(text)
      return clean ? [[clean.toLowerCase(), clean] as const] : []
    }),
  ).values(),
]
