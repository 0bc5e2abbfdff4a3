import {
  cancelBulk,
  countBulkAudience,
  instantOf,
  planBulk,
  stopBulk,
} from '#modules/notifications/public.ts'
import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Block, Finding, SendReport } from '#modules/newsletters/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getWork } from '../access.ts'
import type { IssueAccess } from '../access.ts'
import { audienceSql, countWithout, subjectOf } from '../audience.ts'
import { itemOf, maySee, sightsOf } from '../items.ts'
import { keyOf, newsletterKind } from '../kind.ts'
import { communitiesOf, loadLetter } from '../letter.ts'
import { setFinished, setScheduled, setUnscheduled } from '../queries/issues.ts'
import { listEditions } from '../queries/newsletters.ts'
import { readReport } from '../views.ts'

const subjectFor = (ctx: MemberContext, { issue, newsletter }: IssueAccess) =>
  subjectOf(
    ctx.tx,
    { issueId: issue.id, newsletterId: newsletter.id, communityId: newsletter.communityId },
    issue.audience,
  )

const link = /\]\(\s*<?([^)\s>]+)/g
const uuid = /^(?:post|page):[0-9a-f-]{36}$/

/** Addresses in somebody's words that lead nowhere: without a host, or to what is not there. */
function deadLinks(text: string): string[] {
  return [...text.matchAll(link)].flatMap(([, address = '']) => {
    if (/^(?:\/|#|mailto:|tel:|member:|attachment:|group:)/.test(address) || uuid.test(address)) return []
    try {
      const url = new URL(address)
      return /^https?:$/.test(url.protocol) && (url.hostname.includes('.') || url.hostname === 'localhost')
        ? []
        : [address]
    } catch {
      return [address]
    }
  })
}

/** What to look at before an issue leaves: what stops it, and what is only said. */
export async function checkIssue(
  ctx: MemberContext,
  services: Services,
  issueId: string,
): Promise<{ people: number; items: Finding[] }> {
  const access = await getWork(ctx, issueId, 'lead')
  const { issue, newsletter } = access
  const subject = await subjectFor(ctx, access)
  const { all: people } = await countBulkAudience(ctx, { audienceSql }, subject)
  const letter = await loadLetter(ctx, issue.id)
  const editions = await listEditions(ctx.tx, newsletter.id)
  const items: Finding[] = []
  const say = (what: Finding['what'], isBlocking: boolean, more: Partial<Finding> = {}): void =>
    void items.push({
      what,
      isBlocking,
      part: null,
      blockId: null,
      language: null,
      detail: null,
      count: null,
      ...more,
    })
  if (!services.mailer.isConfigured) say('noMailServer', true)
  if (people === 0) say('nobody', true)
  for (const language of newsletter.languages)
    if (!issue.title[language]) say('titleMissing', language === newsletter.languages[0], { language })
  const common = letter.parts.find(({ editionId }) => editionId === null)
  if (!common?.blocks.some(({ kind }) => kind !== 'local' && kind !== 'heading')) say('nothingIn', true)
  const without = await countWithout(
    ctx.tx,
    subject,
    [...letter.items.values()].map((item) => ({ id: item.communityId, onlyMembers: item.onlyMembers })),
  )
  const me = ctx.actor.memberId
  const sight = (await sightsOf(ctx, [me], communitiesOf(letter))).get(me)!
  for (const part of letter.parts) {
    const name = editions.find(({ id }) => id === part.editionId)?.name ?? null
    for (const block of part.blocks) {
      const at = { part: name, blockId: block.id }
      const item = itemOf(letter.items, block.item)
      if (block.kind === 'item' && !item) say('itemGone', false, at)
      for (const what of missing(block, newsletter.languages)) say(what.what, false, { ...at, ...what })
      for (const text of Object.values(block.text ?? {}))
        if (block.kind === 'text')
          for (const address of deadLinks(text ?? ''))
            say('deadLink', false, { ...at, detail: address.slice(0, 200) })
      const n = item ? without.get(`${item.communityId}${item.onlyMembers ? ':members' : ''}`) : 0
      if (item && n)
        say('notForAll', false, {
          ...at,
          count: n,
          detail: maySee(sight, item)
            ? `${item.title} · ${pickText(item.community.name, ctx.actor.language)}`
            : null,
        })
    }
  }
  for (const edition of editions)
    if (!letter.parts.some((part) => part.editionId === edition.id && part.readyAt !== null))
      say('partNotReady', false, { part: edition.name })
  return { people, items }
}

function missing(
  block: Block,
  languages: readonly string[],
): { what: 'altMissing' | 'translationMissing'; language: string | null }[] {
  const inAll = (text: Record<string, string | undefined> | undefined): string[] =>
    languages.filter((language) => !text?.[language])
  const found: { what: 'altMissing' | 'translationMissing'; language: string | null }[] = []
  if (block.kind === 'picture')
    for (const language of inAll(block.alt)) found.push({ what: 'altMissing', language })
  const hasWords = Object.values(block.text ?? {}).some(Boolean)
  if (hasWords) for (const language of inAll(block.text)) found.push({ what: 'translationMissing', language })
  return found
}

/** Plans the sending: now, or at a wall time of the organisation. What stops it is checked once more. */
export async function scheduleIssue(
  ctx: MemberContext,
  services: Services,
  input: { issue: string; at: string | null },
): Promise<{ at: string }> {
  const access = await getWork(ctx, input.issue, 'lead', true)
  const { issue } = access
  if (issue.state === 'scheduled' && issue.scheduledFor) return { at: issue.scheduledFor.toISOString() }
  if (issue.state !== 'draft') throw new Refusal('issueNotDraft')
  if (!services.mailer.isConfigured) throw new Refusal('noMailServer')
  const { items } = await checkIssue(ctx, services, issue.id)
  const first = items.find(({ isBlocking }) => isBlocking)
  if (first) throw new Refusal('issueNotReady', { what: first.what })
  const { timezone } = await getBusinessCalendar(ctx.tx, null)
  const at = input.at ? instantOf(input.at.slice(0, 10), input.at.slice(11), timezone) : ctx.now
  if (at.getTime() < ctx.now.getTime() - 60_000) throw new Refusal('timeInPast')
  await setScheduled(ctx.tx, issue.id, at)
  await planBulk(ctx, {
    itemKey: keyOf(issue.id),
    kind: newsletterKind,
    subject: await subjectFor(ctx, access),
    notBefore: at,
  })
  return { at: at.toISOString() }
}

/** Takes the plan back, as long as nothing has begun. */
export async function cancelIssue(ctx: MemberContext, issueId: string): Promise<void> {
  const { issue } = await getWork(ctx, issueId, 'lead', true)
  if (issue.state === 'sending' || issue.state === 'sent') throw new Refusal('issueBegan')
  if (issue.state !== 'scheduled') throw new Refusal('issueNotScheduled')
  if (!(await cancelBulk(ctx, keyOf(issue.id)))) throw new Refusal('issueBegan')
  await setUnscheduled(ctx.tx, issue.id)
}

/** Stops it at work: whoever has not been reached will not be; those who were, were. */
export async function stopIssue(ctx: MemberContext, issueId: string): Promise<void> {
  const { issue } = await getWork(ctx, issueId, 'lead', true)
  if (issue.state !== 'sending') throw new Refusal('issueNotSending')
  await stopBulk(ctx, keyOf(issue.id))
  await setFinished(ctx.tx, issue.id, 'stopped', ctx.now)
}

/** What became of the letters, in counts. */
export async function reportIssue(ctx: MemberContext, issueId: string): Promise<SendReport> {
  const { issue } = await getWork(ctx, issueId, 'write')
  const report = await readReport(ctx, issue)
  if (!report) throw new Refusal('issueNotFound')
  return report
}
