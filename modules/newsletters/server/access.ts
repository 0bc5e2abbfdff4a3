import { readableCommunitySql } from '#modules/communities/public.ts'
import type { Audience, IssueState } from '#modules/newsletters/shapes.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'

const viewerOf = ({ actor }: MemberContext): [string, boolean] => [
  actor.memberId,
  actor.memberKind === 'employee',
]

/**
 * THE condition under which newsletter `n` exists for somebody ($1 viewer, $2 is an employee): its editors; for one of
 * the organisation every employee, and guests whom an issue was meant for; for one of a community whoever reads there.
 */
const existsSql = `(
  exists (select 1 from newsletters.editor ne where ne.newsletter_id = n.id and ne.member_id = $1)
  or case when n.community_id is null
       then $2::boolean or exists (select 1 from newsletters.issue gi join communities.membership gm on gm.member_id = $1
              and (gi.audience->'communityIds') ? gm.community_id::text where gi.newsletter_id = n.id and gi.started_at is not null)
       else exists (select 1 from communities.community c where c.id = n.community_id and ${readableCommunitySql('c', '$1', '$2::boolean')}) end)`

/** The same for an issue `i` of newsletter `n` that has left. */
const hasIssueSql = `i.started_at is not null and (case when n.community_id is not null
  then exists (select 1 from communities.community c where c.id = n.community_id and ${readableCommunitySql('c', '$1', '$2::boolean')})
  else $2::boolean or exists (select 1 from communities.membership gm where gm.member_id = $1
         and (i.audience->'communityIds') ? gm.community_id::text) end)`

export const readableIssueSql = hasIssueSql
export const readableNewsletterSql = existsSql
export { viewerOf }

export interface NewsletterAccess {
  id: string
  name: LocalText
  purpose: LocalText
  languages: ('fr' | 'en')[]
  rhythm: 'weekly' | 'fortnightly' | 'monthly' | 'quarterly' | 'free'
  communityId: string | null
  closedAt: Date | null
  /** Names editors and editions: an administrator, or a manager of the community. */
  mayName: boolean
  /** Writes everything. */
  leads: boolean
  /** Writes these editions. */
  editionIds: string[]
}

const newsletterColumns = `n.id, n.name, n.purpose, n.languages, n.rhythm, n.community_id as "communityId", n.closed_at as "closedAt",
  case when n.community_id is null then $3::boolean else exists (select 1 from communities.community_role r
    where r.community_id = n.community_id and r.member_id = $1 and r.role = 'manager') end as "mayName",
  exists (select 1 from newsletters.editor le where le.newsletter_id = n.id and le.member_id = $1 and le.edition_id is null) as leads,
  array(select oe.edition_id from newsletters.editor oe where oe.newsletter_id = n.id and oe.member_id = $1 and oe.edition_id is not null) as "editionIds"`

/** The newsletter if it exists for the caller; absent and invisible are the same. */
export async function getNewsletter(
  ctx: MemberContext,
  newsletterId: string,
  needs: 'read' | 'name' | 'lead' | 'write' = 'read',
): Promise<NewsletterAccess> {
  const found = await ctx.tx.row<NewsletterAccess>(
    `select ${newsletterColumns} from newsletters.newsletter n where n.id = $4 and (${existsSql})`,
    [...viewerOf(ctx), ctx.actor.isAdministrator, newsletterId],
  )
  if (!found) throw new Refusal('newsletterNotFound')
  if (needs === 'name') enforce(found.mayName || 'editorsAreNamedElsewhere')
  if (needs === 'lead') enforce(found.leads || 'editorsOnly')
  if (needs === 'write') enforce(found.leads || found.editionIds.length > 0 || 'editorsOnly')
  return found
}

export interface IssueRow {
  id: string
  newsletterId: string
  title: LocalText
  state: IssueState
  audience: Audience
  version: number
  localDeadline: Date | null
  scheduledFor: Date | null
  startedAt: Date | null
  finishedAt: Date | null
  createdAt: Date
  demoReport: Record<string, number> | null
}
const issueColumns = `i.id, i.newsletter_id as "newsletterId", i.title, i.state, i.audience, i.version, i.local_deadline as "localDeadline",
  i.scheduled_for as "scheduledFor", i.started_at as "startedAt", i.finished_at as "finishedAt", i.created_at as "createdAt", i.demo_report as "demoReport"`

export interface IssueAccess {
  issue: IssueRow
  newsletter: NewsletterAccess
}

/**
 * An issue in the workshop: for its editors. Anybody else finds none, whether it exists or not; local editors may not
 * do what leads to everybody (403).
 */
export async function getWork(
  ctx: MemberContext,
  issueId: string,
  needs: 'write' | 'lead',
  toChange = false,
): Promise<IssueAccess> {
  const issue = await ctx.tx.row<IssueRow>(
    `select ${issueColumns} from newsletters.issue i where i.id = $1${toChange ? ' for update' : ''}`,
    [issueId],
  )
  const newsletter = issue && (await getNewsletter(ctx, issue.newsletterId).catch(() => undefined))
  if (!issue || !newsletter || (!newsletter.leads && newsletter.editionIds.length === 0))
    throw new Refusal('issueNotFound')
  if (needs === 'lead') enforce(newsletter.leads || 'leadEditorsOnly')
  return { issue, newsletter }
}

/** An issue that has left, for whoever may read it now. */
export async function getReadable(ctx: MemberContext, issueId: string): Promise<IssueAccess> {
  const issue = await ctx.tx.row<IssueRow>(
    `select ${issueColumns} from newsletters.issue i join newsletters.newsletter n on n.id = i.newsletter_id
      where i.id = $3 and (${hasIssueSql})`,
    [...viewerOf(ctx), issueId],
  )
  if (!issue) throw new Refusal('issueNotFound')
  return { issue, newsletter: await getNewsletter(ctx, issue.newsletterId) }
}

/** Without an actor, for jobs. */
export const findIssue = (ctx: Context, issueId: string): Promise<IssueRow | undefined> =>
  ctx.tx.row<IssueRow>(`select ${issueColumns} from newsletters.issue i where i.id = $1`, [issueId])

export const findNewsletterFacts = (
  ctx: Context,
  newsletterId: string,
): Promise<Pick<NewsletterAccess, 'id' | 'name' | 'languages' | 'communityId'> | undefined> =>
  ctx.tx.row(
    `select n.id, n.name, n.languages, n.community_id as "communityId" from newsletters.newsletter n where n.id = $1`,
    [newsletterId],
  )
