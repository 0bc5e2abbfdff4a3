import { circles, sheet, templates } from '#modules/demo/story/practice.ts'
import { addDemoPractice } from '#modules/practice/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

/** Claire's own sheet, a co-manager's leave next week, two circles, five templates. */
export async function addPractice(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  const communityId = ids.get('maintenance')
  const claire = story.people.find(({ key }) => key === 'claire')?.id
  if (!built || !communityId || !claire) return
  const idOf = (key: string) => story.people.find((person) => person.key === key)?.id ?? claire
  const colleague = built.roles.find(
    ({ role, memberId }) => role === 'manager' && memberId !== claire,
  )?.memberId
  await addDemoPractice(ctx, {
    communityId,
    managerId: claire,
    budgetMinutes: sheet.budgetMinutes,
    weeks: sheet.weeks,
    heldBack: sheet.heldBack.map(french),
    leave: colleague ? { memberId: colleague, standInId: claire, days: 5 } : null,
    circles: circles.map((circle) => ({
      name: circle.name,
      purpose: french(circle.purpose),
      memberIds: circle.members.map(idOf),
      meetingInDays: circle.meetingInDays,
      place: circle.place,
      entries: circle.entries.map((entry) => ({
        kind: entry.kind,
        authorId: idOf(entry.by),
        daysAgo: entry.daysAgo,
        text: french(entry.text),
        replies: entry.replies.map((reply) => ({ authorId: idOf(reply.by), text: french(reply.text) })),
      })),
    })),
    templates: templates.map(({ by, ...template }) => ({
      ...template,
      title: french(template.title),
      body: french(template.body),
      ...(template.again && {
        again: { ...template.again, body: french(template.again.body) },
      }),
      authorId: idOf(by),
    })),
  })
}
