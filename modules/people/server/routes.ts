import type { FastifyRequest } from 'fastify'
import { hashToken } from '#platform/http/app.ts'
import { serve } from '#platform/http/serve.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { contract } from '../contract.ts'
import { largestCsv } from './csv.ts'
import { acceptInvitation } from './operations/accept-invitation.ts'
import {
  deactivateMember,
  grantAdministrator,
  listAccounts,
  reactivateMember,
  revokeAdministrator,
} from './operations/administer-accounts.ts'
import {
  addEntity,
  addSite,
  changeEntity,
  changeOrganisation,
  changeSite,
  removeEntity,
  removeSite,
} from './operations/arrange-places.ts'
import {
  browseDirectory,
  getProfile,
  readFilters,
  suggestMembers,
  suggestSkills,
} from './operations/browse-directory.ts'
import { changePassword } from './operations/change-password.ts'
import { editProfile, getOwnProfile } from './operations/edit-profile.ts'
import { enterDemo } from './operations/enter-demo.ts'
import { inviteFromCsv } from './operations/invite-from-csv.ts'
import { inviteMember, renewInvitation } from './operations/invite-member.ts'
import { readSession } from './operations/read-session.ts'
import { readAccessLog, readWhatIsSeen } from './operations/read-what-is-seen.ts'
import { askForReset, resetPassword } from './operations/reset-password.ts'
import { choosePhoto, largestPhoto, openPhoto, removePhoto } from './operations/set-photo.ts'
import { readSetup, setUp } from './operations/set-up.ts'
import { signIn } from './operations/sign-in.ts'
import { endSession, signOut, signOutEverywhere } from './operations/sign-out.ts'
import { listAdministrators } from './queries/administration.ts'
import { getOrganisation } from './queries/doors.ts'
import { listEntities, listSites } from './queries/places.ts'
import { listSessions } from './queries/sessions.ts'
import { findOpenToken } from './queries/tokens.ts'
import { giveCookie, takeCookie } from './sessions.ts'

/** The one file of an upload, whole in memory; a larger one is `tooLarge`. */
async function readUpload(request: FastifyRequest, fileSize: number): Promise<Buffer> {
  if (!request.isMultipart())
    throw new Refusal('invalidInput', { fields: [{ field: 'file', problem: 'missing' }] })
  const file = await request.file({ limits: { fileSize, files: 1 } })
  if (!file) throw new Refusal('invalidInput', { fields: [{ field: 'file', problem: 'missing' }] })
  return file.toBuffer()
}

export const routes = serve(contract, {
  'GET /api/v1/session': (ctx, { services, request, reply }) => readSession(ctx, services, request, reply),
  async 'POST /api/v1/session'(ctx, { body, services, request, reply }) {
    giveCookie(reply, services.config.publicUrl, await signIn(ctx, body, services, request))
  },
  async 'DELETE /api/v1/session'(ctx, { services, reply }) {
    await signOut(ctx)
    takeCookie(reply, services.config.publicUrl)
  },
  async 'POST /api/v1/demo-session'(ctx, { body, services, request, reply }) {
    giveCookie(reply, services.config.publicUrl, await enterDemo(ctx, body, services, request))
  },
  'GET /api/v1/setup': (ctx, { query }) => readSetup(ctx, query.token),
  async 'POST /api/v1/setup'(ctx, { body, services, request, reply }) {
    giveCookie(reply, services.config.publicUrl, await setUp(ctx, body, services, request))
  },
  'POST /api/v1/password-resets': (ctx, { body, services, request }) =>
    askForReset(ctx, body, services, request),
  async 'GET /api/v1/password-resets/:token'(ctx, { params }) {
    return { isValid: (await findOpenToken(ctx.tx, 'reset', hashToken(params.token), ctx.now)) !== undefined }
  },
  async 'POST /api/v1/password-resets/:token'(ctx, { params, body, services, request, reply }) {
    giveCookie(
      reply,
      services.config.publicUrl,
      await resetPassword(ctx, { ...params, ...body }, services, request),
    )
  },
  async 'GET /api/v1/invitations/:token'(ctx, { params }) {
    const open = await findOpenToken(ctx.tx, 'invitation', hashToken(params.token), ctx.now)
    if (!open) return { isValid: false, invited: null }
    return {
      isValid: true,
      invited: {
        email: open.email!,
        displayName: open.displayName!,
        interfaceLanguage: open.interfaceLanguage!,
      },
    }
  },
  async 'POST /api/v1/invitations/:token'(ctx, { params, body, services, request, reply }) {
    giveCookie(
      reply,
      services.config.publicUrl,
      await acceptInvitation(ctx, { ...params, ...body }, services, request),
    )
  },

  async 'GET /api/v1/me/sessions'(ctx) {
    return { items: await listSessions(ctx.tx, ctx.actor.memberId, ctx.actor.sessionId, ctx.now) }
  },
  async 'DELETE /api/v1/me/sessions/:sessionId'(ctx, { params, services, reply }) {
    await endSession(ctx, params.sessionId)
    if (params.sessionId === ctx.actor.sessionId) takeCookie(reply, services.config.publicUrl)
  },
  async 'DELETE /api/v1/me/sessions'(ctx, { services, reply }) {
    await signOutEverywhere(ctx)
    takeCookie(reply, services.config.publicUrl)
  },
  async 'PUT /api/v1/me/password'(ctx, { body, services, request, reply }) {
    giveCookie(reply, services.config.publicUrl, await changePassword(ctx, body, services, request))
  },
  'GET /api/v1/me/profile': (ctx) => getOwnProfile(ctx),
  'PATCH /api/v1/me/profile': (ctx, { body }) => editProfile(ctx, body),
  async 'POST /api/v1/me/photo'(ctx, { request, services }) {
    return choosePhoto(ctx, await readUpload(request, largestPhoto), services)
  },
  'DELETE /api/v1/me/photo': (ctx, { services }) => removePhoto(ctx, services),
  async 'GET /api/v1/me/seen'(ctx, { query }) {
    return { fields: await readWhatIsSeen(ctx, query.language ?? ctx.actor.language) }
  },
  'GET /api/v1/me/access-log': (ctx, { query }) => readAccessLog(ctx, query),

  'GET /api/v1/members': (ctx, { query }) => browseDirectory(ctx, query),
  'GET /api/v1/members/filters': (ctx) => readFilters(ctx),
  async 'GET /api/v1/members/skills'(ctx, { query }) {
    return { items: await suggestSkills(ctx, query.q) }
  },
  async 'GET /api/v1/members/suggestions'(ctx, { query }) {
    return { items: await suggestMembers(ctx, query.q, query.limit ?? 8) }
  },
  'GET /api/v1/members/:memberId': (ctx, { params }) => getProfile(ctx, params.memberId),
  async 'GET /api/v1/members/:memberId/photo/:version'(ctx, { params, query, services, reply }) {
    const photo = await openPhoto(ctx, { ...params, size: query.size ?? 'small' }, services)
    // The version is in the address, so a browser never has to ask again; no shared cache may keep a face.
    void reply
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('content-length', photo.size)
      .type('image/webp')
    void reply.header('content-security-policy', "default-src 'none'; sandbox")
    return photo.stream
  },

  'GET /api/v1/admin/members': (ctx, { query }) => listAccounts(ctx, query),
  'POST /api/v1/admin/invitations': (ctx, { body, services }) => inviteMember(ctx, body, services),
  'POST /api/v1/admin/members/:memberId/invitation': (ctx, { params, services }) =>
    renewInvitation(ctx, params.memberId, services),
  async 'POST /api/v1/admin/invitations/csv'(ctx, { query, request, services }) {
    return inviteFromCsv(ctx, await readUpload(request, largestCsv), query.confirm ?? false, services)
  },
  'POST /api/v1/admin/members/:memberId/deactivation': (ctx, { params }) =>
    deactivateMember(ctx, params.memberId),
  'DELETE /api/v1/admin/members/:memberId/deactivation': (ctx, { params }) =>
    reactivateMember(ctx, params.memberId),
  async 'GET /api/v1/admin/administrators'(ctx) {
    return { items: await listAdministrators(ctx.tx) }
  },
  'PUT /api/v1/admin/administrators/:memberId': (ctx, { params }) => grantAdministrator(ctx, params.memberId),
  'DELETE /api/v1/admin/administrators/:memberId': (ctx, { params }) =>
    revokeAdministrator(ctx, params.memberId),
  async 'GET /api/v1/admin/organisation'(ctx) {
    return {
      organisation: await getOrganisation(ctx),
      entities: await listEntities(ctx.tx),
      sites: await listSites(ctx.tx),
    }
  },
  'PATCH /api/v1/admin/organisation': (ctx, { body }) => changeOrganisation(ctx, body),
  'POST /api/v1/admin/entities': (ctx, { body }) => addEntity(ctx, body),
  'PUT /api/v1/admin/entities/:entityId': (ctx, { params, body }) => changeEntity(ctx, params.entityId, body),
  'DELETE /api/v1/admin/entities/:entityId': (ctx, { params }) => removeEntity(ctx, params.entityId),
  'POST /api/v1/admin/sites': (ctx, { body }) => addSite(ctx, body),
  'PUT /api/v1/admin/sites/:siteId': (ctx, { params, body }) => changeSite(ctx, params.siteId, body),
  'DELETE /api/v1/admin/sites/:siteId': (ctx, { params }) => removeSite(ctx, params.siteId),
})
