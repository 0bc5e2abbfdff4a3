import type { MemberContext } from '#platform/context.ts'
import { words } from '../words.ts'
import { readTrial } from './read-trial.ts'

/** What a spreadsheet could take for a formula (OWASP, “CSV Injection”). */
const formula = /^[\s\u00a0\u200b-\u200f\u2028-\u202f\u2060\ufeff"']*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** One cell after RFC 4180; a text that could run stands in quotes behind an apostrophe. */
export function cellOf(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  // oxlint-disable-next-line no-control-regex
  const text = value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  const safe = formula.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

interface Reply {
  header(name: string, value: string): unknown
  send(body: string): unknown
}

/** The backlog as its reader sees it, in its order. Votes are counts, nobody's. */
export async function sendBacklog(ctx: MemberContext, trialId: string, reply: Reply): Promise<unknown> {
  const trial = await readTrial(ctx, trialId)
  const t = words(ctx.actor.language)
  const lines: (string | number | null)[][] = [
    (
      ['order', 'idea', 'text', 'statusTitle', 'reason', 'votes', 'authors', 'works', 'worksNot'] as const
    ).map((key) => t(`csv.${key}`)),
    ...trial.backlog.map((idea, index) => [
      index + 1,
      idea.title,
      idea.text,
      t(`csv.status.${idea.status}`),
      idea.reason,
      idea.votes,
      idea.authors.map(({ displayName }) => displayName).join(', '),
      idea.works,
      idea.worksNot,
    ]),
  ]
  const separator = ctx.actor.language === 'fr' ? ';' : ','
  reply.header('Content-Type', 'text/csv; charset=utf-8')
  reply.header('Content-Disposition', 'attachment; filename="backlog.csv"')
  // Excel reads a file as UTF-8 only where it begins with this.
  return reply.send(`\uFEFF${lines.map((line) => `${line.map(cellOf).join(separator)}\r\n`).join('')}`)
}
