import type { SiteCalendar } from '#modules/editorial/contract.ts'
import type { Zone } from '#modules/editorial/words.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { readCalendarFile } from '../calendar-file.ts'
import {
  findFileName,
  findSite,
  listSiteCalendars,
  setFilePeriods,
  setSiteCalendar,
} from '../queries/places.ts'

export const readSiteCalendars = async (ctx: MemberContext): Promise<{ items: SiteCalendar[] }> => ({
  items: await listSiteCalendars(ctx.tx),
})

/**
 * An administrator says where a site's school holidays come from. A file replaces the one of before; another zone
 * forgets it. Refusals: siteNotFound, calendarUnreadable, calendarEmpty.
 */
export async function chooseSiteCalendar(
  ctx: MemberContext,
  input: {
    siteId: string | null
    zone: Zone
    alsaceMoselle: boolean
    file?: { name: string; text: string } | undefined
  },
): Promise<SiteCalendar> {
  if (input.siteId && !(await findSite(ctx.tx, input.siteId))) throw new Refusal('siteNotFound')
  const isFile = input.zone === 'file'
  const periods = isFile && input.file ? readCalendarFile(input.file.text) : undefined
  if (isFile && input.file && !periods) throw new Refusal('calendarUnreadable')
  if (periods?.length === 0) throw new Refusal('calendarEmpty')
  const fileName = isFile ? (input.file?.name ?? (await findFileName(ctx.tx, input.siteId))) : null
  if (isFile && !fileName) throw new Refusal('calendarUnreadable')
  const id = await setSiteCalendar(ctx.tx, {
    id: newId(ctx.now.getTime()),
    siteId: input.siteId,
    zone: input.zone,
    alsaceMoselle: input.alsaceMoselle,
    fileName,
    at: ctx.now,
    by: ctx.actor.memberId,
  })
  if (periods || !isFile) await setFilePeriods(ctx.tx, id, periods ?? [])
  return (await listSiteCalendars(ctx.tx)).find(({ site }) => (site?.id ?? null) === input.siteId)!
}
