import type { PageText } from './queries/pages.ts'
import { prepareTags, prepareTitle } from '#modules/discussions/public.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { Refusal } from '#platform/shared/refusal.ts'

const isEmpty = (text: string): boolean => !/[^\s\p{Cf}\p{Cc}]/u.test(text)

/** A page as it is stored: composed (NFC), rendered once. Refusal `emptyText` without a title or a visible text. */
export function preparePage(input: {
  title: string
  bodyMd: string
  tags?: readonly string[] | undefined
}): PageText & { attachments: string[] } {
  const title = prepareTitle(input.title)
  const md = input.bodyMd.normalize('NFC').replace(/\r\n?/g, '\n').trimEnd()
  const { html, text, attachments } = renderMarkdown(md)
  if (!title || isEmpty(title) || isEmpty(md) || (isEmpty(text) && attachments.length === 0))
    throw new Refusal('emptyText')
  return { title, md, html, plain: text, excerpt: excerptOf(md), tags: prepareTags(input.tags), attachments }
}

/** What lists show of a page: its sentences, without the headings that hold them apart. */
const excerptOf = (md: string): string =>
  renderMarkdown(md.replace(/^#{1,6}\s.*$/gm, '')).excerpt || renderMarkdown(md).excerpt

/** `YYYY-MM-DD` of an instant, in UTC. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** The usual time between two reviews. */
export function inTwelveMonths(at: Date): string {
  const day = new Date(at)
  day.setUTCFullYear(day.getUTCFullYear() + 1)
  return dayOf(day)
}

/** A review date lies after today and within five years. Refusal `reviewInPast`. */
export function checkReviewDay(day: string, now: Date): string {
  const last = new Date(now)
  last.setUTCFullYear(last.getUTCFullYear() + 5)
  if (day <= dayOf(now) || day > dayOf(last)) throw new Refusal('reviewInPast')
  return day
}
