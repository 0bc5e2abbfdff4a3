import type { EntryKind, TemplateKind } from '#modules/practice/words.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { addDays, latestWeeks } from '../policy.ts'
import { insertCircle, insertEntry, insertMeeting, insertReply, insertSeat } from '../queries/circles.ts'
import { insertLeave } from '../queries/leaves.ts'
import { insertHeldBack, setBudget, setWeek } from '../queries/sheet.ts'
import { deleteDemoNetwork, insertTemplate, insertVersion } from '../queries/templates.ts'

export interface DemoPractice {
  communityId: string
  managerId: string
  budgetMinutes: number
  /** Minutes of the latest weeks, last week first. */
  weeks: readonly number[]
  heldBack: readonly string[]
  /** Of another manager, from next Monday on, for so many days. */
  leave: { memberId: string; standInId: string; days: number } | null
  circles: readonly {
    name: string
    purpose: string
    memberIds: readonly string[]
    meetingInDays: number | null
    place: string
    entries: readonly {
      kind: EntryKind
      authorId: string
      daysAgo: number
      text: string
      replies: readonly { authorId: string; text: string }[]
    }[]
  }[]
  templates: readonly {
    kind: TemplateKind
    authorId: string
    title: string
    body: string
    daysAgo: number
    /** Another version, and what changed in it. */
    again?: { body: string; whatChanged: string; daysAgo: number }
  }[]
}

const dayMs = 86_400_000

/** Only for the demo company: told to nobody. */
export async function addDemoPractice(ctx: Context, demo: DemoPractice): Promise<void> {
  const { communityId, managerId } = demo
  const today = ctx.now.toISOString().slice(0, 10)
  const ago = (days: number) => new Date(ctx.now.getTime() - days * dayMs)
  await setBudget(ctx.tx, communityId, managerId, demo.budgetMinutes, ctx.now)
  const weeks = latestWeeks(today, demo.weeks.length + 1).slice(1)
  for (const [index, week] of weeks.entries())
    await setWeek(ctx.tx, communityId, managerId, week, demo.weeks[index]!, null)
  for (const [index, text] of demo.heldBack.entries())
    await insertHeldBack(ctx.tx, {
      id: newId(ctx.now.getTime()),
      communityId,
      memberId: managerId,
      on: addDays(today, -3 * (index + 1)),
      text,
    })
  if (demo.leave) {
    const from = addDays(latestWeeks(today, 1)[0]!, 7)
    await insertLeave(ctx.tx, {
      id: newId(ctx.now.getTime()),
      communityId,
      memberId: demo.leave.memberId,
      from,
      to: addDays(from, demo.leave.days - 1),
      standInId: demo.leave.standInId,
      answer: 'accepted',
      at: ago(2),
    })
  }
  for (const circle of demo.circles) {
    const circleId = newId(ctx.now.getTime())
    await insertCircle(ctx.tx, {
      id: circleId,
      name: circle.name,
      purpose: circle.purpose,
      seats: 8,
      at: ago(60),
      by: circle.memberIds[0]!,
    })
    for (const memberId of circle.memberIds) await insertSeat(ctx.tx, circleId, memberId, ago(50))
    if (circle.meetingInDays !== null)
      await insertMeeting(ctx.tx, {
        id: newId(ctx.now.getTime()),
        circleId,
        startsAt: new Date(ctx.now.getTime() + circle.meetingInDays * dayMs).toISOString(),
        place: circle.place,
        by: circle.memberIds[0]!,
        at: ctx.now,
      })
    for (const entry of circle.entries) {
      const entryId = newId(ago(entry.daysAgo).getTime())
      await insertEntry(ctx.tx, { ...entry, id: entryId, circleId, at: ago(entry.daysAgo) })
      for (const reply of entry.replies)
        await insertReply(ctx.tx, {
          ...reply,
          id: newId(ctx.now.getTime()),
          entryId,
          at: ago(entry.daysAgo - 0.5),
        })
    }
  }
  for (const template of demo.templates) {
    const templateId = newId(ago(template.daysAgo).getTime())
    const version = { templateId, title: template.title, language: 'fr' as const }
    await insertTemplate(ctx.tx, {
      id: templateId,
      kind: template.kind,
      authorId: template.authorId,
      basedOn: null,
      at: ago(template.daysAgo),
      demo: true,
    })
    await insertVersion(ctx.tx, {
      ...version,
      version: 1,
      body: template.body,
      whatChanged: null,
      at: ago(template.daysAgo),
    })
    if (template.again)
      await insertVersion(ctx.tx, {
        ...version,
        version: 2,
        body: template.again.body,
        whatChanged: template.again.whatChanged,
        at: ago(template.again.daysAgo),
      })
  }
}

/** What the demo's managers said to each other goes with them; the rest goes with their communities. */
export const removeDemoPractice = (ctx: Context): Promise<void> => deleteDemoNetwork(ctx.tx)
