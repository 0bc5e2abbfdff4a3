import type { Actor } from '#platform/context.ts'
import type { CommunityRole, CommunityStage, CommunityVisibility } from '#modules/communities/contract.ts'

/** What the policy needs to know of a community. */
export interface CommunityFacts {
  visibility: CommunityVisibility
  partnersAdmitted: boolean
  stage: CommunityStage
  inviteBy: 'managers' | 'members'
}

/** How one person stands to one community at this moment. */
export interface Standing {
  isMember: boolean
  roles: readonly CommunityRole[]
  isInvited: boolean
  hasAsked: boolean
  isBanned: boolean
  /** For some days they read and do not write. */
  isPaused?: boolean
  /** Two people opened the community to them for some hours, to read it. */
  hasGrant?: boolean
  /** The current charter has been accepted, or there is none. */
  hasAcceptedCharter: boolean
}

export const stranger: Standing = {
  isMember: false,
  roles: [],
  isInvited: false,
  hasAsked: false,
  isBanned: false,
  hasAcceptedCharter: true,
}

/** `true`, or the reason of the refusal, which the client turns into words. */
export type Decision = true | string

const isEmployee = (actor: Actor): boolean => actor.kind === 'member' && actor.memberKind === 'employee'
const isSystem = (actor: Actor): boolean => actor.kind === 'system'
// A role is held by a member; membership, not the role, is what lets a person read.
const holds = (standing: Standing, ...roles: CommunityRole[]): boolean =>
  standing.isMember && roles.some((role) => standing.roles.includes(role))

/**
 * May this person know that the community exists? Members, the invited, and employees unless it is secret.
 * Being an administrator changes nothing: they have lists of their own, without content.
 */
export const canSee = (actor: Actor, community: CommunityFacts, standing: Standing): boolean =>
  isSystem(actor) ||
  (actor.kind === 'member' &&
    (standing.isMember ||
      standing.isInvited ||
      standing.hasGrant === true ||
      (isEmployee(actor) && community.visibility !== 'secret')))

/** I1: joined, or an open community and an employee, or an exceptional reading while it lasts. No role implies reading; a ban ends membership, not employment. */
export const canRead = (actor: Actor, community: CommunityFacts, standing: Standing): boolean =>
  isSystem(actor) ||
  (actor.kind === 'member' &&
    (standing.isMember ||
      standing.hasGrant === true ||
      (isEmployee(actor) && community.visibility === 'open')))

/** I2: whoever acts can read. Reasons: `joinFirst`, `banned`, `paused`, `archived`, `charterToAccept`. */
export function canParticipate(actor: Actor, community: CommunityFacts, standing: Standing): Decision {
  if (isSystem(actor)) return true
  if (community.stage === 'archived') return 'archived'
  if (!standing.isMember) return standing.isBanned ? 'banned' : 'joinFirst'
  if (standing.isPaused) return 'paused'
  return standing.hasAcceptedCharter ? true : 'charterToAccept'
}

export const canModerate = (actor: Actor, _community: CommunityFacts, standing: Standing): Decision =>
  isSystem(actor) || holds(standing, 'manager', 'moderator') ? true : 'moderatorsOnly'

export const canManage = (actor: Actor, _community: CommunityFacts, standing: Standing): Decision =>
  isSystem(actor) || holds(standing, 'manager') ? true : 'managersOnly'

/** How the person may come in: at once, by asking, by accepting an invitation; null: not now. */
export type JoinWay = 'join' | 'ask' | 'accept' | null

export function joinWay(actor: Actor, community: CommunityFacts, standing: Standing): JoinWay {
  if (actor.kind !== 'member' || standing.isMember || standing.isBanned) return null
  if (community.stage === 'archived') return null
  if (!isEmployee(actor)) return standing.isInvited && community.partnersAdmitted ? 'accept' : null
  if (standing.isInvited) return 'accept'
  if (community.visibility === 'open') return 'join'
  return community.visibility === 'closed' ? 'ask' : null
}

/** Reasons: `archived`, `banned`, `alreadyMember`, `askFirst`, `invitationOnly`. */
export function canComeIn(
  actor: Actor,
  community: CommunityFacts,
  standing: Standing,
  way: Exclude<JoinWay, null>,
): Decision {
  const allowed = joinWay(actor, community, standing)
  // An open community may be joined by the invited in either way.
  if (allowed === way || (allowed === 'accept' && way === 'join')) return true
  if (standing.isMember) return 'alreadyMember'
  if (community.stage === 'archived') return 'archived'
  if (standing.isBanned) return 'banned'
  return allowed === 'ask' && way === 'join' ? 'askFirst' : 'invitationOnly'
}

/** Managers, moderators and ambassadors always; members where the community says so; a partner's person by managers alone. */
export function canInvite(
  actor: Actor,
  community: CommunityFacts,
  standing: Standing,
  invitee: 'employee' | 'guest',
): Decision {
  if (isSystem(actor)) return true
  if (community.stage === 'archived') return 'archived'
  if (invitee === 'guest') {
    if (!holds(standing, 'manager')) return 'managersOnly'
    return community.partnersAdmitted ? true : 'partnersNotAdmitted'
  }
  if (!standing.isMember) return 'joinFirst'
  // A partner's person brings nobody in, whatever their role here.
  if (!isEmployee(actor)) return 'employeesOnly'
  if (holds(standing, 'manager', 'moderator', 'ambassador')) return true
  return community.inviteBy === 'members' ? true : 'managersOnly'
}

/** A moderator removes members without a role of authority; a manager anybody but another manager. */
export function canRemove(
  actor: Actor,
  community: CommunityFacts,
  standing: Standing,
  target: readonly CommunityRole[],
): Decision {
  const mayModerate = canModerate(actor, community, standing)
  if (mayModerate !== true) return mayModerate
  if (target.includes('manager')) return 'holdsRole'
  if (target.includes('moderator')) return canManage(actor, community, standing)
  return true
}

/** Partners' people take part; they do not run a community nor speak for the company. */
export const canHold = (memberKind: 'employee' | 'guest', role: CommunityRole): Decision =>
  memberKind === 'employee' || role === 'expert' || role === 'ambassador' ? true : 'employeesOnly'

/** Who may found a community, by the instance's policy (`communities.createdBy`). */
export function canCreate(actor: Actor, createdBy: 'everyone' | 'administrators'): Decision {
  if (isSystem(actor)) return true
  if (!isEmployee(actor)) return 'employeesOnly'
  return createdBy === 'everyone' || (actor.kind === 'member' && actor.isAdministrator)
    ? true
    : 'administratorsOnly'
}
