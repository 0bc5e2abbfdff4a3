import type { NewGathering } from '#modules/gatherings/contract.ts'
import type { Context } from '#platform/context.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { siteExists } from '../queries/gatherings.ts'
import type { NewRow } from '../queries/gatherings.ts'

/** What a person wrote of a gathering, in its stored form. */
export type Written = Omit<NewRow, 'id' | 'communityId' | 'seriesId' | 'seriesDay' | 'createdBy' | 'secret'>

/** An IANA zone that this machine's calendar knows; refusal `unknownTimezone`. */
export function checkTimezone(timezone: string): void {
  try {
    // An offset is no place: the clocks of +01:00 never change.
    if (!/^[A-Za-z]/.test(timezone)) throw new RangeError()
    new Intl.DateTimeFormat('en', { timeZone: timezone })
  } catch {
    throw new Refusal('unknownTimezone')
  }
}

const line = (text: string | null | undefined): string | null => cleanText(text)?.replace(/\s+/g, ' ') ?? null

/** Prepares what is written: composed, rendered once; seats and places only of the kinds that exist. */
export async function prepare(
  ctx: Context,
  input: NewGathering,
  languages: readonly string[],
): Promise<Written> {
  const title = line(input.title)
  if (!title) throw new Refusal('invalidInput', { fields: [{ field: 'body/title', problem: 'is empty' }] })
  const [onSite, remote] = [input.mode !== 'remote', input.mode !== 'onSite']
  const siteId = (onSite && input.siteId) || null
  if (siteId && !(await siteExists(ctx.tx, siteId)))
    throw new Refusal('invalidInput', { fields: [{ field: 'body/siteId', problem: 'is not a site' }] })
  const place = onSite ? line(input.place) : null
  if (onSite && !place && !siteId) throw new Refusal('placeMissing')
  const descriptionMd = cleanText(input.descriptionMd)?.replace(/\r\n?/g, '\n') ?? null
  return {
    title,
    descriptionMd,
    descriptionHtml: descriptionMd && renderMarkdown(descriptionMd).html,
    language: input.language ?? languages[0] ?? 'fr',
    mode: input.mode,
    place,
    siteId,
    link: (remote && line(input.link)) || null,
    linkForAttendees: input.linkForAttendees ?? true,
    startsWall: input.startsWall,
    timezone: input.timezone,
    durationMinutes: input.durationMinutes,
    seatsOnSite: (onSite ? input.seatsOnSite : null) ?? null,
    seatsRemote: (remote ? input.seatsRemote : null) ?? null,
  }
}
