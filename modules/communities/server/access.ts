import type { Actor, Context } from '#platform/context.ts'
import type {
  CommunityKind,
  CommunityRole,
  CommunityStage,
  CommunityVisibility,
} from '#modules/communities/contract.ts'
import type { CommunityAbility } from '#platform/shared/contract.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import {
  canManage,
  canModerate,
  canParticipate,
  canRead,
  canSee,
} from '#modules/communities/server/policy.ts'
import type { CommunityFacts, Decision, Standing } from '#modules/communities/server/policy.ts'
import { levelAnswer } from '#modules/communities/server/level.ts'

/** An exceptional reading that two people decided on, while it lasts: reading, and nothing else. */
const grantedSql = (alias: string, viewer: string): string =>
  `exists (select 1 from communities.reading_grant granted
            where granted.reader_id = ${viewer} and granted.community_id = ${alias}.id and granted.ends_at > now())`

/**
 * THE visibility predicate: joined, or open and the viewer is an employee, or granted for some hours. `alias` is a row of
 * `communities.community`; `viewer` and `viewerIsEmployee` are SQL expressions such as `$1::uuid` and `$2::boolean`.
 */
export const readableCommunitySql = (alias: string, viewer: string, viewerIsEmployee: string): string =>
  `((${alias}.visibility = 'open' and ${viewerIsEmployee})
    or exists (select 1 from communities.membership readable_m
                where readable_m.member_id = ${viewer} and readable_m.community_id = ${alias}.id)
    or ${grantedSql(alias, viewer)})`

/** Whether the viewer may know that the community exists: joined, invited, or an employee unless it is secret. */
export const seeableCommunitySql = (alias: string, viewer: string, viewerIsEmployee: string): string =>
  `((${alias}.visibility <> 'secret' and ${viewerIsEmployee})
    or exists (select 1 from communities.membership seeable_m
                where seeable_m.member_id = ${viewer} and seeable_m.community_id = ${alias}.id)
    or exists (select 1 from communities.community_invitation seeable_i
                where seeable_i.member_id = ${viewer} and seeable_i.community_id = ${alias}.id)
    or ${grantedSql(alias, viewer)})`

/** One community as one person may use it. */
export interface CommunityAccess extends CommunityFacts {
  id: string
  slug: string
  name: LocalText
  kind: CommunityKind
  visibility: CommunityVisibility
  accent: string
  languages: string[]
  stage: CommunityStage
  siteId: string | null
  /** A room without hierarchy: titles, entities and role marks are left out of every answer about it. */
  isLevel: boolean
  /** The charter's current version; null when there is none. */
  charterVersion: number | null
  isMember: boolean
  roles: CommunityRole[]
  standing: Standing
  can: { read: boolean; participate: boolean; moderate: boolean; manage: boolean }
  /** Why the person may not take part: `joinFirst`, `banned`, `archived`, `charterToAccept`; null when they may. */
  participationRefusal: string | null
}

type AccessRow = Omit<CommunityAccess, 'standing' | 'can' | 'participationRefusal'> &
  Omit<Standing, 'isMember' | 'roles'>

const accessSql = (column: 'id' | 'slug', type: 'uuid' | 'text'): string => `
  select c.id, c.slug, c.name, c.kind, c.visibility, c.accent, c.languages, c.stage,
         c.site_id as "siteId", c.without_hierarchy as "isLevel", c.partners_admitted as "partnersAdmitted", c.invite_by as "inviteBy",
         charter.version as "charterVersion",
         m.member_id is not null as "isMember",
         case when m.member_id is null then '{}' else array(
           select r.role from communities.community_role r
            where r.community_id = c.id and r.member_id = m.member_id order by r.role) end as roles,
         exists (select 1 from communities.community_invitation i where i.community_id = c.id and i.member_id = $2::uuid) as "isInvited",
         exists (select 1 from communities.join_request j where j.community_id = c.id and j.member_id = $2::uuid) as "hasAsked",
         exists (select 1 from communities.ban b where b.community_id = c.id and b.member_id = $2::uuid) as "isBanned",
         exists (select 1 from communities.pause pa where pa.community_id = c.id and pa.member_id = m.member_id and pa.ends_at > now()) as "isPaused",
         ${grantedSql('c', '$2::uuid')} as "hasGrant",
         charter.version is null or exists (
           select 1 from communities.charter_acceptance a
            where a.community_id = c.id and a.member_id = $2::uuid and a.version = charter.version) as "hasAcceptedCharter"
    from communities.community c
    left join communities.membership m on m.community_id = c.id and m.member_id = $2::uuid
    left join lateral (select max(v.version) as version from communities.charter_version v where v.community_id = c.id) charter on true
   where c.${column} = $1::${type}`

const byId = accessSql('id', 'uuid')
const bySlug = accessSql('slug', 'text')
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const nobody = '00000000-0000-0000-0000-000000000000'

/** Finds a community by id or slug if this actor may know that it exists; absent and invisible are the same. One statement. */
export async function findVisibleCommunity(
  ctx: Context,
  idOrSlug: string,
): Promise<CommunityAccess | undefined> {
  if (idOrSlug.includes('\0')) return undefined
  const viewer = ctx.actor.kind === 'member' ? ctx.actor.memberId : nobody
  const row = await ctx.tx.row<AccessRow>(uuid.test(idOrSlug) ? byId : bySlug, [idOrSlug, viewer])
  if (!row) return undefined
  const access = withAbilities(ctx.actor, row)
  if (access.isLevel) levelAnswer(ctx.actor, access.can.manage)
  return canSee(ctx.actor, access, access.standing) ? access : undefined
}

function withAbilities(actor: Actor, row: AccessRow): CommunityAccess {
  const { isInvited, hasAsked, isBanned, isPaused, hasGrant, hasAcceptedCharter, ...community } = row
  const standing: Standing = {
    isMember: row.isMember,
    roles: row.roles,
    isInvited,
    hasAsked,
    isBanned,
    ...(isPaused && { isPaused }),
    ...(hasGrant && { hasGrant }),
    hasAcceptedCharter,
  }
  const participation = canParticipate(actor, row, standing)
  return {
    ...community,
    standing,
    can: {
      read: canRead(actor, row, standing),
      participate: participation === true,
      moderate: canModerate(actor, row, standing) === true,
      manage: canManage(actor, row, standing) === true,
    },
    participationRefusal: participation === true ? null : participation,
  }
}

/** `true`, or why this ability is refused to somebody who can see the community. */
export function decide(actor: Actor, access: CommunityAccess, ability: CommunityAbility): Decision {
  if (ability === 'see') return true
  if (!access.can.read) return access.standing.isBanned ? 'banned' : 'joinFirst'
  if (ability === 'participate') return access.participationRefusal ?? true
  if (ability === 'moderate') return canModerate(actor, access, access.standing)
  if (ability === 'manage') return canManage(actor, access, access.standing)
  return true
}

/**
 * The community if the actor has the ability; otherwise `communityNotFound` (404: absent or invisible) or
 * `notPermitted` (403) with the reason. `own` asks for reading only: the caller checks whose the object is.
 */
export async function getCommunityFor(
  ctx: Context,
  idOrSlug: string,
  ability: CommunityAbility,
): Promise<CommunityAccess> {
  if (ctx.actor.kind === 'anonymous') throw new Refusal('notSignedIn')
  const access = await findVisibleCommunity(ctx, idOrSlug)
  if (!access) throw new Refusal('communityNotFound')
  enforce(decide(ctx.actor, access, ability))
  return access
}
