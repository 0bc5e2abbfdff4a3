import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { CalendarFeed } from '#modules/gatherings/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { hashToken } from '#platform/http/app.ts'
import { newId } from '#platform/ids.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import type { Services } from '#platform/services.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { viewerOf } from '../access.ts'
import { calendarFile } from '../ics.ts'
import type { IcsEvent } from '../ics.ts'
import {
  deleteFeed,
  findCalendarRow,
  findFeedOwner,
  insertFeed,
  listCalendarRows,
  listFeeds,
  updateFeedHash,
} from '../queries/feeds.ts'
import type { CalendarRow } from '../queries/feeds.ts'
import { calendarWords } from '../words.ts'

type Outside = { config: Pick<Services['config'], 'publicUrl'> }
const baseOf = ({ config }: Outside): string => config.publicUrl.replace(/\/$/, '')

/** The identity of a gathering in every calendar, for ever: its id at this installation's name. */
const uidOf = (id: string, base: string): string => `${id}@${new URL(base).hostname}`

async function eventOf(row: CalendarRow, language: 'fr' | 'en', base: string): Promise<IcsEvent> {
  const t = await calendarWords(language)
  const url = `${base}/gatherings/${row.id}`
  const words = row.descriptionMd ? renderMarkdown(row.descriptionMd).text.trim() : ''
  return {
    uid: uidOf(row.id, base),
    sequence: row.revision,
    changedAt: row.changedAt,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    summary: row.isCancelled ? t('calendar.cancelled', { title: row.title }) : row.title,
    description: [row.link && t('calendar.link', { link: row.link }), words, t('calendar.page', { url })]
      .filter(Boolean)
      .join('\n\n'),
    location: [row.place, row.siteName].filter(Boolean).join(', ') || row.link,
    url,
    category: pickText(row.community, language),
    status: row.isCancelled ? 'CANCELLED' : row.isTentative ? 'TENTATIVE' : 'CONFIRMED',
  }
}

function answer(reply: FastifyReply, text: string, name: string): FastifyReply {
  return reply
    .header('content-type', 'text/calendar; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.ics"`)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .send(text)
}

/** One gathering as a calendar file, for whoever may read it now. */
export async function sendCalendarFile(
  ctx: MemberContext,
  gatheringId: string,
  services: Outside,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const row = await findCalendarRow(ctx.tx, viewerOf(ctx), gatheringId)
  if (!row) throw new Refusal('gatheringNotFound')
  const event = await eventOf(row, ctx.actor.language, baseOf(services))
  return answer(reply, calendarFile([event]), 'preau')
}

/**
 * A personal calendar at its secret address. Unknown, revoked, and of somebody who is gone: the same 404. What it
 * holds is asked anew at each fetch, with the rights of that moment.
 */
export async function sendFeed(
  ctx: Context,
  file: string,
  services: Outside,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(file)?.[1]
  const owner = token && (await findFeedOwner(ctx.tx, hashToken(token), ctx.now))
  if (!owner) throw new Refusal('calendarNotFound')
  const rows = await listCalendarRows(ctx.tx, owner, ctx.now)
  const base = baseOf(services)
  const events: IcsEvent[] = []
  for (const row of rows) events.push(await eventOf(row, owner.language, base))
  return answer(reply, calendarFile(events, owner.name), 'preau')
}

const maximumFeeds = 10

function newAddress(services: Outside): { hash: Buffer; address: string } {
  const token = randomBytes(32).toString('base64url')
  return { hash: hashToken(token), address: `${baseOf(services)}/api/v1/calendar-feeds/${token}.ics` }
}

/** A new secret address; it is said once and stored only as a hash. Refusal `tooManyFeeds`. */
export async function openFeed(
  ctx: MemberContext,
  input: { name: string; scope: 'mine' | 'communities' },
  services: Outside,
): Promise<{ feed: CalendarFeed; address: string }> {
  if ((await listFeeds(ctx.tx, ctx.actor.memberId)).length >= maximumFeeds) throw new Refusal('tooManyFeeds')
  const { hash, address } = newAddress(services)
  const feed = await insertFeed(ctx.tx, {
    id: newId(ctx.now.getTime()),
    memberId: ctx.actor.memberId,
    hash,
    name: input.name.replace(/\s+/g, ' ').trim() || 'Préau',
    scope: input.scope,
    now: ctx.now,
  })
  return { feed, address }
}

/** Another secret for the same calendar: the old address answers 404 from this moment. */
export async function renewFeed(
  ctx: MemberContext,
  feedId: string,
  services: Outside,
): Promise<{ feed: CalendarFeed; address: string }> {
  const { hash, address } = newAddress(services)
  const feed = await updateFeedHash(ctx.tx, ctx.actor.memberId, feedId, hash)
  if (!feed) throw new Refusal('calendarNotFound')
  return { feed, address }
}

export async function closeFeed(ctx: MemberContext, feedId: string): Promise<void> {
  if ((await deleteFeed(ctx.tx, ctx.actor.memberId, feedId)) === 0) throw new Refusal('calendarNotFound')
}
