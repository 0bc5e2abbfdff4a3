import { logAccess } from '#modules/people/public.ts'
import type { CommunityDetail, DiscoverReason } from '#modules/communities/contract.ts'
import { contract } from '#modules/communities/contract.ts'
import { getCommunityFor } from '#modules/communities/server/access.ts'
import { markCommunitySeen } from '#modules/communities/server/counters.ts'
import { acceptCharter } from '#modules/communities/server/operations/accept-charter.ts'
import * as administer from '#modules/communities/server/operations/administer-community.ts'
import { approveRequest, refuseRequest } from '#modules/communities/server/operations/answer-request.ts'
import { changeCommunity, changeVisibility } from '#modules/communities/server/operations/change-community.ts'
import { cancelClosing, reopenCommunity } from '#modules/communities/server/operations/close-community.ts'
import { createCommunity } from '#modules/communities/server/operations/create-community.ts'
import { grantRole, withdrawRole } from '#modules/communities/server/operations/grant-role.ts'
import {
  declineInvitation,
  inviteMembers,
  withdrawInvitation,
} from '#modules/communities/server/operations/invite-members.ts'
import {
  askToJoin,
  joinCommunity,
  withdrawRequest,
} from '#modules/communities/server/operations/join-community.ts'
import {
  banMember,
  leaveCommunity,
  liftBan,
  removeMember,
} from '#modules/communities/server/operations/leave-community.ts'
import { writeCanvas } from '#modules/communities/server/operations/write-canvas.ts'
import {
  dropCharterDraft,
  openCharterDraft,
  publishCharter,
  saveCharterDraft,
} from '#modules/communities/server/operations/write-charter.ts'
import { canCreate, joinWay } from '#modules/communities/server/policy.ts'
import { findCanvas } from '#modules/communities/server/queries/canvas.ts'
import { findCharter, listCharterVersions } from '#modules/communities/server/queries/charter.ts'
import { findCreationPolicy } from '#modules/communities/server/queries/communities.ts'
import { listAdministered } from '#modules/communities/server/queries/life-cycle.ts'
import { findAside, listDiscoverable, listMine } from '#modules/communities/server/queries/lists.ts'
import type { DiscoverRow } from '#modules/communities/server/queries/lists.ts'
import {
  cardKey,
  listBans,
  listInvitations,
  listJoinRequests,
  listMembers,
} from '#modules/communities/server/queries/membership.ts'
import { pageOf, readCursor } from '#modules/communities/server/sql.ts'
import { viewCommunity } from '#modules/communities/server/views.ts'
import { serve } from '#platform/http/serve.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import type { MemberContext } from '#platform/context.ts'

/** After an act on a community, its page as the actor sees it now. */
const then = async (
  done: Promise<unknown>,
  ctx: MemberContext,
  community: string,
): Promise<CommunityDetail> => {
  await done
  return viewCommunity(ctx, community)
}
const defaultLimit = 20
/** Searched text in its stored form; U+0000, which PostgreSQL cannot hold, finds nothing rather than failing. */
const searched = (q: string | undefined): string | null => cleanText(q?.replaceAll('\0', '\uFFFD'))

export const routes = serve(contract, {
  async 'GET /api/v1/communities'(ctx, { query }) {
    const limit = query.limit ?? defaultLimit
    const rows = await listDiscoverable(ctx.tx, {
      memberId: ctx.actor.memberId,
      now: ctx.now,
      all: query.all ?? false,
      q: searched(query.q),
      kind: query.kind ?? null,
      language: query.language ?? null,
      after: readCursor(query.cursor, 'number', 'string'),
      limit: limit + 1,
    })
    return pageOf(
      rows,
      limit,
      (row) => [row.score, row.id],
      (row) => viewDiscovered(ctx, row),
    )
  },
  async 'GET /api/v1/me/communities'(ctx, { query }) {
    const { memberId, language } = ctx.actor
    const limit = query.limit ?? 1000
    const [rows, aside] = await Promise.all([
      listMine(ctx.tx, {
        memberId,
        language,
        after: readCursor(query.cursor, 'string', 'string'),
        limit: limit + 1,
      }),
      findAside(ctx.tx, memberId),
    ])
    return {
      ...pageOf(
        rows,
        limit,
        (row) => [row.key, row.id],
        ({ key: _key, ...row }) => row,
      ),
      invitations: aside.invitations,
      mayCreate: canCreate(ctx.actor, aside.createdBy) === true,
    }
  },
  async 'POST /api/v1/communities'(ctx, { body }) {
    const { id } = await createCommunity(ctx, body)
    return viewCommunity(ctx, id)
  },
  'GET /api/v1/communities/:community': (ctx, { params }) => viewCommunity(ctx, params.community),
  'PATCH /api/v1/communities/:community': (ctx, { params, body }) =>
    then(changeCommunity(ctx, params.community, body), ctx, params.community),
  async 'PUT /api/v1/communities/:community/visibility'(ctx, { params, body }) {
    // By id: the address may change with the visibility.
    const { id } = await getCommunityFor(ctx, params.community, 'manage')
    return then(changeVisibility(ctx, id, body), ctx, id)
  },
  async 'POST /api/v1/communities/:community/seen'(ctx, { params }) {
    await markCommunitySeen(ctx, (await getCommunityFor(ctx, params.community, 'read')).id)
  },

  'POST /api/v1/communities/:community/membership': (ctx, { params, body }) =>
    then(
      joinCommunity(ctx, { community: params.community, charterVersion: body.charterVersion }),
      ctx,
      params.community,
    ),
  'DELETE /api/v1/communities/:community/membership': (ctx, { params }) =>
    leaveCommunity(ctx, params.community),
  'POST /api/v1/communities/:community/join-request': (ctx, { params, body }) =>
    then(askToJoin(ctx, { ...params, ...body }), ctx, params.community),
  'DELETE /api/v1/communities/:community/join-request': (ctx, { params }) =>
    then(withdrawRequest(ctx, params.community), ctx, params.community),
  async 'GET /api/v1/communities/:community/join-requests'(ctx, { params, query }) {
    const { id: communityId } = await getCommunityFor(ctx, params.community, 'manage')
    const limit = query.limit ?? defaultLimit
    const rows = await listJoinRequests(ctx.tx, {
      communityId,
      after: readCursor(query.cursor, 'string', 'string'),
      limit: limit + 1,
    })
    const page = pageOf(rows, limit, cardKey, ({ key: _key, ...row }) => row)
    await noteLook(ctx, communityId, 'joinRequests', 'answerRequests', page.items, ['message', 'askedAt'])
    return page
  },
  'POST /api/v1/communities/:community/join-requests/:memberId/approval': (ctx, { params }) =>
    approveRequest(ctx, params),
  'POST /api/v1/communities/:community/join-requests/:memberId/refusal': (ctx, { params, body }) =>
    refuseRequest(ctx, { ...params, ...body }),
  async 'GET /api/v1/communities/:community/invitations'(ctx, { params, query }) {
    const { id: communityId } = await getCommunityFor(ctx, params.community, 'manage')
    const limit = query.limit ?? defaultLimit
    const rows = await listInvitations(ctx.tx, {
      communityId,
      after: readCursor(query.cursor, 'string', 'string'),
      limit: limit + 1,
    })
    const page = pageOf(rows, limit, cardKey, ({ key: _key, ...row }) => row)
    await noteLook(ctx, communityId, 'invitations', 'followInvitations', page.items, [
      'invitedBy',
      'invitedAt',
    ])
    return page
  },
  'POST /api/v1/communities/:community/invitations': (ctx, { params, body }) =>
    inviteMembers(ctx, { ...params, ...body }),
  'DELETE /api/v1/communities/:community/invitations/:memberId': (ctx, { params }) =>
    withdrawInvitation(ctx, params),
  'DELETE /api/v1/communities/:community/invitation': (ctx, { params }) =>
    declineInvitation(ctx, params.community),

  async 'GET /api/v1/communities/:community/members'(ctx, { params, query }) {
    const { id: communityId } = await getCommunityFor(ctx, params.community, 'read')
    const limit = query.limit ?? defaultLimit
    const after = readCursor(query.cursor, 'string', 'string')
    const rows = await listMembers(ctx.tx, { communityId, after, q: searched(query.q), limit: limit + 1 })
    // Everybody with a role comes on the first page, whatever its size.
    const leading = rows.filter((row) => row.leads).length
    return pageOf(rows, limit + leading, cardKey, ({ key: _key, leads: _leads, ...row }) => row)
  },
  'DELETE /api/v1/communities/:community/members/:memberId': (ctx, { params }) => removeMember(ctx, params),
  'PUT /api/v1/communities/:community/members/:memberId/roles/:role': (ctx, { params }) =>
    grantRole(ctx, params),
  'DELETE /api/v1/communities/:community/members/:memberId/roles/:role': (ctx, { params }) =>
    withdrawRole(ctx, params),
  async 'GET /api/v1/communities/:community/bans'(ctx, { params, query }) {
    const { id: communityId } = await getCommunityFor(ctx, params.community, 'manage')
    const limit = query.limit ?? defaultLimit
    const rows = await listBans(ctx.tx, {
      communityId,
      after: readCursor(query.cursor, 'string', 'string'),
      limit: limit + 1,
    })
    const page = pageOf(rows, limit, cardKey, ({ key: _key, ...row }) => row)
    await noteLook(ctx, communityId, 'bans', 'reviewBans', page.items, ['reason', 'bannedBy', 'bannedAt'])
    return page
  },
  'PUT /api/v1/communities/:community/bans/:memberId': (ctx, { params, body }) =>
    banMember(ctx, { ...params, ...body }),
  'DELETE /api/v1/communities/:community/bans/:memberId': (ctx, { params }) => liftBan(ctx, params),

  async 'GET /api/v1/communities/:community/charter'(ctx, { params, query }) {
    const community = await getCommunityFor(ctx, params.community, 'see')
    // Earlier versions are the community's own history.
    const version = community.can.read ? (query.version ?? null) : null
    return { charter: (await findCharter(ctx.tx, community.id, version, ctx.actor.memberId)) ?? null }
  },
  async 'GET /api/v1/communities/:community/charter/versions'(ctx, { params }) {
    const { id } = await getCommunityFor(ctx, params.community, 'read')
    return { items: await listCharterVersions(ctx.tx, id) }
  },
  'POST /api/v1/communities/:community/charter/acceptance': (ctx, { params, body }) =>
    then(acceptCharter(ctx, { ...params, ...body }), ctx, params.community),
  'GET /api/v1/communities/:community/charter/draft': (ctx, { params }) =>
    openCharterDraft(ctx, params.community),
  'PUT /api/v1/communities/:community/charter/draft': (ctx, { params, body }) =>
    saveCharterDraft(ctx, { ...params, ...body }),
  'DELETE /api/v1/communities/:community/charter/draft': (ctx, { params }) =>
    dropCharterDraft(ctx, params.community),
  'POST /api/v1/communities/:community/charter/versions': (ctx, { params }) =>
    publishCharter(ctx, params.community),

  async 'GET /api/v1/communities/:community/canvas'(ctx, { params }) {
    const { id } = await getCommunityFor(ctx, params.community, 'read')
    return { canvas: await findCanvas(ctx.tx, id) }
  },
  async 'PUT /api/v1/communities/:community/canvas'(ctx, { params, body }) {
    return { canvas: await writeCanvas(ctx, params.community, body) }
  },

  'DELETE /api/v1/communities/:community/closing': (ctx, { params }) =>
    then(cancelClosing(ctx, params.community), ctx, params.community),
  'POST /api/v1/communities/:community/reopening': (ctx, { params }) =>
    then(reopenCommunity(ctx, params.community), ctx, params.community),

  async 'GET /api/v1/admin/communities'(ctx, { query }) {
    const limit = query.limit ?? defaultLimit
    const rows = await listAdministered(ctx.tx, {
      after: readCursor(query.cursor, 'string', 'string'),
      limit: limit + 1,
    })
    return pageOf(
      rows,
      limit,
      (row) => [row.key, row.id],
      ({ key: _key, ...row }) => row,
    )
  },
  'POST /api/v1/admin/communities/:communityId/archive': (ctx, { params, body }) =>
    administer.archiveAsAdministrator(ctx, { ...params, ...body }),
  'POST /api/v1/admin/communities/:communityId/reopening': (ctx, { params }) =>
    administer.reopenAsAdministrator(ctx, params.communityId),
  'PUT /api/v1/admin/communities/:communityId/managers/:memberId': (ctx, { params }) =>
    administer.assignManager(ctx, params),
  'DELETE /api/v1/admin/communities/:communityId/members/:memberId': (ctx, { params }) =>
    administer.removeAsAdministrator(ctx, params),
  async 'GET /api/v1/admin/communities-policy'(ctx) {
    return { createdBy: await findCreationPolicy(ctx.tx) }
  },
  'PUT /api/v1/admin/communities-policy': (ctx, { body }) =>
    administer.decideWhoMayFound(ctx, body.createdBy),
})

/** A manager opened a list of persons: written where each of them can read it. */
async function noteLook(
  ctx: MemberContext,
  communityId: string,
  screen: string,
  purpose: string,
  items: readonly { member: { id: string } }[],
  fields: string[],
): Promise<void> {
  if (items.length === 0) return
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId,
    screen,
    purpose,
    subjects: items.map((item) => item.member.id),
    fields,
  })
}

function viewDiscovered(ctx: MemberContext, row: DiscoverRow) {
  const { near, subject, isNew, speaks, score: _score, isInvited, isBanned, ...card } = row
  const reasons: DiscoverReason[] = []
  if (subject !== null) reasons.push({ kind: 'subject', subject })
  if (near !== null) reasons.push({ kind: 'site', n: near })
  if (isNew) reasons.push({ kind: 'new' })
  if (speaks) reasons.push({ kind: 'language' })
  const standing = {
    isMember: row.isMember,
    roles: [],
    isInvited,
    hasAsked: row.hasAsked,
    isBanned,
    hasAcceptedCharter: true,
  }
  const facts = {
    visibility: row.visibility,
    partnersAdmitted: row.partnersAdmitted,
    stage: row.stage,
    inviteBy: 'managers' as const,
  }
  return { ...card, joinWay: joinWay(ctx.actor, facts, standing), reasons }
}
