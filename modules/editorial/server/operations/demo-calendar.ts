import { companyFormatOf } from '#modules/editorial/formats.ts'
import type { SlotState, Zone } from '#modules/editorial/words.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { addDays, dayIn, mondayFrom } from '../days.ts'
import { insertFormat, listDemoSites, setRelaunch, setSiteCalendar } from '../queries/places.ts'
import { insertSlot } from '../queries/slots.ts'
import { addRound, insertTurn, setVolunteer } from '../queries/voices.ts'
import { getFactsOf } from '../quiet.ts'
import { relaunchesOf } from '../season.ts'

export interface DemoSlot {
  /** Weeks from this one (0), and the ISO weekday. */
  week: number
  weekday: number
  title: string
  formatKey: string | null
  state: SlotState
  skipReason?: string
  speakerId?: string | null
  askedId?: string | null
  note?: string
}
export interface DemoCalendar {
  communityId: string
  managerId: string
  /** Company formats that the community adopted. */
  formats: readonly string[]
  slots: readonly DemoSlot[]
  volunteers: readonly { memberId: string; subject: string | null }[]
  /** Items of the next relaunch week that are done. */
  relaunchDone: number
}

/** Only for the demo company: school zones of its sites, by their names in lower case. */
export async function addDemoZones(
  ctx: Context,
  zones: ReadonlyMap<string, { zone: Zone; alsaceMoselle: boolean }>,
): Promise<void> {
  for (const { siteId, name } of await listDemoSites(ctx.tx)) {
    const row = zones.get(name.toLowerCase())
    if (!row) continue
    await setSiteCalendar(ctx.tx, {
      ...row,
      siteId,
      id: newId(ctx.now.getTime()),
      fileName: null,
      at: ctx.now,
      by: null,
    })
  }
}

/** Only for the demo company: a month of slots, formats, voices and a relaunch week, told to nobody. */
export async function addDemoCalendar(ctx: Context, demo: DemoCalendar): Promise<void> {
  const { communityId, managerId } = demo
  const formats = new Map<string, string>()
  for (const key of demo.formats) {
    const format = await insertFormat(ctx.tx, {
      ...companyFormatOf(key)!,
      id: newId(ctx.now.getTime()),
      communityId,
      at: ctx.now,
      by: managerId,
    })
    formats.set(key, format!.id)
  }
  for (const { memberId, subject } of demo.volunteers)
    await setVolunteer(ctx.tx, communityId, memberId, subject, ctx.now)
  const facts = await getFactsOf(ctx, communityId)
  const today = dayIn(ctx.now, facts.timezone)
  const monday = addDays(mondayFrom(addDays(today, 1)), -7)
  for (const slot of demo.slots) {
    const id = newId(ctx.now.getTime())
    await insertSlot(ctx.tx, {
      id,
      communityId,
      on: addDays(monday, slot.week * 7 + slot.weekday - 1),
      title: slot.title,
      note: slot.note ?? null,
      formatId: slot.formatKey ? (formats.get(slot.formatKey) ?? null) : null,
      state: slot.state,
      skipReason: slot.skipReason ?? null,
      speakerId: slot.speakerId ?? null,
      by: managerId,
      at: ctx.now,
    })
    const turn = { slotId: id, askedBy: managerId, swapFrom: null, note: null, at: ctx.now }
    if (slot.askedId)
      await insertTurn(ctx.tx, { ...turn, id: newId(ctx.now.getTime()), memberId: slot.askedId })
    else if (slot.speakerId) {
      await insertTurn(ctx.tx, {
        ...turn,
        id: newId(ctx.now.getTime()),
        memberId: slot.speakerId,
        answer: 'accepted',
      })
      await addRound(ctx.tx, communityId, slot.speakerId, 1)
    }
  }
  const next = relaunchesOf(facts, today, addDays(today, 366))[0]
  if (next)
    await setRelaunch(ctx.tx, communityId, {
      key: next.key,
      startsOn: next.startsOn,
      items: next.items.map((item, index) => ({ ...item, done: index < demo.relaunchDone })),
      isDismissed: false,
      at: ctx.now,
      by: managerId,
    })
}
