import { getCommunityFor } from '#modules/communities/public.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import type { SubjectCover } from '#modules/expertise/contract.ts'
import { listCover } from '../queries/cover.ts'
import type { CoverRow } from '../queries/cover.ts'

/** A subject that fewer people took part in says something about each of them. */
const smallestGroup = 5
const order = ['nobody', 'one', 'several'] as const

const coverOf = (knowing: number): SubjectCover['cover'] =>
  knowing === 0 ? 'nobody' : knowing === 1 ? 'one' : 'several'
const bandOf = (questions: number): SubjectCover['questions'] =>
  questions < 5 ? 'few' : questions < 10 ? 'some' : 'many'

/**
 * What the community knows and who carries it: subjects without anybody first, then those that rest on one person.
 * Bands instead of counts; the people named find the look in their access log.
 */
export async function readCover(
  ctx: MemberContext,
  communityKey: string,
): Promise<{ subjects: SubjectCover[]; tooFew: number }> {
  const community = await getCommunityFor(ctx, communityKey, 'manage')
  const rows = await listCover(ctx.tx, community.id, ctx.now)
  const shown = rows.filter((row) => row.people >= smallestGroup)
  const subjects = shown
    .toSorted((a, b) => order.indexOf(coverOf(a.knowing)) - order.indexOf(coverOf(b.knowing)))
    .map((row: CoverRow) => ({
      subject: row.subject,
      cover: coverOf(row.knowing),
      questions: bandOf(row.questions),
      experts: row.experts,
    }))
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: community.id,
    screen: 'experts',
    purpose: 'findExperts',
    subjects: [...new Set(subjects.flatMap(({ experts }) => experts.map(({ id }) => id)))],
    fields: ['name', 'subjects'],
  })
  return { subjects, tooFew: rows.length - shown.length }
}
