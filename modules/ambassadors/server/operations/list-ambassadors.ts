import type { ListedAmbassador, SponsorReport } from '#modules/ambassadors/contract.ts'
import { findVisibleCommunity } from '#modules/communities/public.ts'
import { listAnsweredThemes } from '#modules/listening/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getProgramme, todayOf, viewerOf } from '../access.ts'
import { addMonths } from '../policy.ts'
import { canSeeMember, findListed, listAmbassadors } from '../queries/directory.ts'
import type { ListedRow } from '../queries/directory.ts'
import { findCard, listMeetings } from '../queries/programmes.ts'
import { sumProgramme } from '../queries/record.ts'

const view = ({ sortName: _sortName, id: _id, ...one }: ListedRow): ListedAmbassador => one

/** The directory: whom to turn to. Public among those who see the programme; nobody's state is in it. */
export async function listDirectory(
  ctx: MemberContext,
  query: {
    q?: string | undefined
    entity?: string | undefined
    site?: string | undefined
    programme?: string | undefined
    alumni?: boolean | undefined
    cursor?: string | undefined
    limit?: number | undefined
  },
) {
  const limit = query.limit ?? 20
  const rows = await listAmbassadors(ctx.tx, viewerOf(ctx), {
    alumni: query.alumni ?? false,
    q: query.q?.trim() || null,
    entity: query.entity ?? null,
    site: query.site ?? null,
    programme: query.programme ?? null,
    after: readCursor(query.cursor, 'string', 'string') as [string | null, string | null],
    limit,
  })
  return pageOf(rows, limit, (row) => [row.sortName, row.id], view)
}

/** Where somebody is or was an ambassador; nothing for whoever is not listed. */
export async function readMemberRole(
  ctx: MemberContext,
  memberId: string,
): Promise<{ items: ListedAmbassador[] }> {
  if (!(await canSeeMember(ctx.tx, viewerOf(ctx), memberId))) throw new Refusal('memberNotFound')
  const found = await findListed(ctx.tx, viewerOf(ctx), memberId)
  return { items: found ? [view(found)] : [] }
}

const fewest = 5

/** For the sponsor, over the last twelve months: counts, and none that fewer than five people make. */
export async function readReport(ctx: MemberContext, id: string): Promise<SponsorReport> {
  const programme = await getProgramme(ctx, id, 'read')
  enforce(programme.maySponsor ? true : 'ambassadorLeadersOnly')
  const to = todayOf(ctx)
  const from = addMonths(to, -12)
  const card = (await findCard(ctx.tx, viewerOf(ctx), id))!
  const sums = await sumProgramme(ctx.tx, id, from, to)
  const community = programme.communityId && (await findVisibleCommunity(ctx, programme.communityId))
  const themes = community && community.can.read ? await listAnsweredThemes(ctx, community.id, from, to) : []
  const meetings = await listMeetings(ctx.tx, id, ctx.now)
  return {
    from,
    to,
    seats: card.seats,
    active: card.active,
    entitiesCovered: card.entitiesCovered,
    entitiesTotal: card.entitiesTotal,
    sitesCovered: card.sitesCovered,
    sitesTotal: card.sitesTotal,
    staffPerActive: card.staffPerActive,
    meetings: meetings.filter(({ isPast, startsAt }) => isPast && startsAt.slice(0, 10) >= from).length,
    contributions: sums.people >= fewest ? sums.count : null,
    hours: sums.timed >= fewest ? Math.round(sums.minutes / 60) : null,
    themes: themes.map(({ themeId, title }) => ({ id: themeId, title })),
    decisions: themes.flatMap(({ weDo, answeredOn }) =>
      weDo.map(({ text }) => ({ title: text, on: answeredOn })),
    ),
  }
}
