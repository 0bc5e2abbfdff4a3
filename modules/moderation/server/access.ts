import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Office, Outcome, Route } from '#modules/moderation/contract.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { officeOn } from './policy.ts'
import type { CaseFacts, LadderFacts } from './policy.ts'

/**
 * Whether `member` holds an office at this moment: those who were named; while fewer than two of them are there,
 * administrators stand in, so that two people can decide.
 */
export const holdsOfficeSql = (member: string, office: string): string => `(
  exists (select 1 from moderation.office o join people.member om on om.id = o.member_id and om.state = 'active'
           where o.office = ${office} and o.member_id = ${member})
  or ((select count(*) from moderation.office o join people.member om on om.id = o.member_id and om.state = 'active' where o.office = ${office}) < 2
      and exists (select 1 from people.administrator ad join people.member am on am.id = ad.member_id and am.state = 'active' where ad.member_id = ${member})))`

/** Whether `member` runs community `community`: manager or moderator, and active. */
export const moderatesSql = (member: string, community: string): string =>
  `exists (select 1 from communities.community_role mo join people.member mm on mm.id = mo.member_id and mm.state = 'active'
            where mo.community_id = ${community} and mo.member_id = ${member} and mo.role in ('manager', 'moderator'))`

/** Somebody of the community who could decide about measure `x` of case `f`; `butDecider` leaves its decider out too. */
const localDeciderSql = (butDecider: boolean): string => `exists (
  select 1 from communities.community_role lr join people.member lm on lm.id = lr.member_id and lm.state = 'active'
   where lr.community_id = f.community_id and lr.role in ('manager', 'moderator')
     and lr.member_id not in (f.author_id, x.proposed_by)
     ${butDecider ? 'and lr.member_id is distinct from x.decided_by' : ''}
     and not exists (select 1 from moderation.report lrep where lrep.case_id = f.id and lrep.reporter_id = lr.member_id))`

/** A measure or an appeal of case `f` for which the community has nobody left, or the author asked for a mediator. */
export const needsMediatorSql = `(f.route = 'community' and exists (
  select 1 from moderation.measure x left join moderation.appeal a on a.measure_id = x.id
   where x.case_id = f.id and (
     (x.decided_at is null and not ${localDeciderSql(false)})
     or (a.at is not null and a.decided_at is null and (a.to_mediator or not ${localDeciderSql(true)})))))`

/** Columns of `CaseFacts` for case `f` and viewer `$1`. */
export const factsSql = `
  f.route, f.author_id = $1::uuid as "isAuthor",
  exists (select 1 from moderation.report mine where mine.case_id = f.id and mine.reporter_id = $1::uuid) as "isReporter",
  ${moderatesSql('$1::uuid', 'f.community_id')} as moderates,
  ${holdsOfficeSql('$1::uuid', `'mediator'`)} as mediates,
  ${holdsOfficeSql('$1::uuid', `'legalDesk'`)} as "isAtLegalDesk",
  ${needsMediatorSql} as "needsMediator"`

export interface CaseRow extends CaseFacts, LadderFacts {
  id: string
  communityId: string
  postId: string
  commentId: string | null
  authorId: string
  language: string
  openedAt: Date
  acknowledgedAt: Date | null
  closedAt: Date | null
  outcome: Outcome | null
  route: Route
}
export interface CaseAccess extends CaseRow {
  office: Office
}

const caseSql = `
  select f.id, f.community_id as "communityId", f.post_id as "postId", f.comment_id as "commentId", f.author_id as "authorId",
         f.language, f.opened_at as "openedAt", f.acknowledged_at as "acknowledgedAt", f.closed_at as "closedAt", f.outcome,
         f.closed_at is not null as "isClosed", f.correct_by as "correctBy", f.corrected_at as "correctedAt",
         exists (select 1 from moderation.measure w where w.case_id = f.id and w.decided_at is null) as "hasWaitingMeasure",
         exists (select 1 from moderation.step s where s.case_id = f.id and s.step = 'message') as "wasWrittenTo",
         exists (select 1 from moderation.step s where s.case_id = f.id and s.step = 'correction') as "wasAskedToCorrect",
         ${factsSql}
    from moderation.case_file f where f.id = $2`

function withOffice(row: CaseRow | undefined, code: string): CaseAccess {
  const office = row && officeOn(row)
  if (!office) throw new Refusal(code)
  return { ...row, office }
}

/** The case, for whoever has a part in it at this moment; otherwise `caseNotFound`. */
export const getCase = async (ctx: MemberContext, caseId: string): Promise<CaseAccess> =>
  withOffice(await ctx.tx.row<CaseRow>(caseSql, [ctx.actor.memberId, caseId]), 'caseNotFound')

/** As `getCase`; undefined instead of a refusal. */
export async function findCase(ctx: MemberContext, caseId: string): Promise<CaseAccess | undefined> {
  const row = await ctx.tx.row<CaseRow>(caseSql, [ctx.actor.memberId, caseId])
  const office = row && officeOn(row)
  return office && { ...row, office }
}

/** Whose case it is and who would decide about it, for its author. */
export const needsMediatorOf = (
  ctx: MemberContext,
  caseId: string,
): Promise<{ authorId: string; communityId: string; needsMediator: boolean } | undefined> =>
  ctx.tx.row(
    `select f.author_id as "authorId", f.community_id as "communityId", ${needsMediatorSql} as "needsMediator"
       from moderation.case_file f where f.id = $1`,
    [caseId],
  )

/** As `getCase`, and keeps others from changing it until the transaction ends. */
export const getCaseToChange = async (ctx: MemberContext, caseId: string): Promise<CaseAccess> =>
  withOffice(
    await ctx.tx.row<CaseRow>(`${caseSql} for update of f`, [ctx.actor.memberId, caseId]),
    'caseNotFound',
  )

export interface MeasureRow {
  id: string
  caseId: string
  kind: 'hide' | 'pause' | 'takedown'
  article: number | null
  articleTitle: LocalText | null
  note: string | null
  days: number | null
  proposedBy: string
  decidedBy: string | null
  decidedAt: Date | null
  decision: 'confirmed' | 'declined' | null
  endsAt: Date | null
  liftedAt: Date | null
}

const measureSql = `
  select x.id, x.case_id as "caseId", x.kind, x.article, x.article_title as "articleTitle", x.note, x.days,
         x.proposed_by as "proposedBy", x.decided_by as "decidedBy", x.decided_at as "decidedAt", x.decision,
         x.ends_at as "endsAt", x.lifted_at as "liftedAt"
    from moderation.measure x where x.id = $1`

export const findMeasure = (ctx: MemberContext, measureId: string): Promise<MeasureRow | undefined> =>
  ctx.tx.row<MeasureRow>(measureSql, [measureId])

/** A measure with its case, for whoever has a part in it; the case is locked first, so that acts on it take turns. */
export async function getMeasureToChange(
  ctx: MemberContext,
  measureId: string,
): Promise<{ measure: MeasureRow; file: CaseAccess }> {
  const before = await findMeasure(ctx, measureId)
  if (!before) throw new Refusal('measureNotFound')
  const row = await ctx.tx.row<CaseRow>(`${caseSql} for update of f`, [ctx.actor.memberId, before.caseId])
  const file = withOffice(row, 'measureNotFound')
  return { measure: (await findMeasure(ctx, measureId))!, file }
}
