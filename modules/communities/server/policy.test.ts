import { expect, test } from 'vitest'
import type { Actor } from '#platform/context.ts'
import { anonymous, systemActor } from '#platform/context.ts'
import {
  canComeIn,
  canCreate,
  canHold,
  canInvite,
  canManage,
  canModerate,
  canParticipate,
  canRead,
  canRemove,
  canSee,
  joinWay,
  stranger,
} from '#modules/communities/server/policy.ts'
import type { CommunityFacts, Standing } from '#modules/communities/server/policy.ts'

const actor = (memberKind: 'employee' | 'guest', isAdministrator = false): Actor => ({
  kind: 'member',
  memberId: 'm',
  memberKind,
  isAdministrator,
  language: 'fr',
  sessionId: 's',
})
const employee = actor('employee')
const guest = actor('guest')
const administrator = actor('employee', true)
const facts = (
  visibility: CommunityFacts['visibility'],
  more: Partial<CommunityFacts> = {},
): CommunityFacts => ({
  visibility,
  partnersAdmitted: true,
  stage: 'growing',
  inviteBy: 'managers',
  ...more,
})
const stands = (more: Partial<Standing>): Standing => ({ ...stranger, ...more })
const member = stands({ isMember: true })
const manager = stands({ isMember: true, roles: ['manager'] })
const moderator = stands({ isMember: true, roles: ['moderator'] })
const ambassador = stands({ isMember: true, roles: ['ambassador'] })

test.each([
  // viewer, visibility, standing, sees, reads
  ['anonymous', anonymous, 'open', stranger, false, false],
  ['employee outside', employee, 'open', stranger, true, true],
  ['employee outside', employee, 'closed', stranger, true, false],
  ['employee outside', employee, 'secret', stranger, false, false],
  ['administrator outside', administrator, 'closed', stranger, true, false],
  ['administrator outside', administrator, 'secret', stranger, false, false],
  ['guest outside', guest, 'open', stranger, false, false],
  ['guest inside', guest, 'secret', member, true, true],
  ['invited employee', employee, 'secret', stands({ isInvited: true }), true, false],
  ['invited guest', guest, 'open', stands({ isInvited: true }), true, false],
  ['requester', employee, 'closed', stands({ hasAsked: true }), true, false],
  ['requester since made secret', employee, 'secret', stands({ hasAsked: true }), false, false],
  ['banned employee', employee, 'open', stands({ isBanned: true }), true, true],
  ['banned employee', employee, 'secret', stands({ isBanned: true }), false, false],
  ['role without membership', employee, 'closed', stands({ roles: ['manager'] }), true, false],
  ['job', systemActor('test'), 'secret', stranger, true, true],
] as const)('%s of %3$s', (_name, viewer, visibility, standing, sees, reads) => {
  expect(canSee(viewer, facts(visibility), standing)).toBe(sees)
  expect(canRead(viewer, facts(visibility), standing)).toBe(reads)
})

test('taking part asks for membership, an open life and the current charter', () => {
  expect(canParticipate(employee, facts('open'), member)).toBe(true)
  expect(canParticipate(employee, facts('open'), stranger)).toBe('joinFirst')
  expect(canParticipate(employee, facts('open'), stands({ isBanned: true }))).toBe('banned')
  expect(canParticipate(employee, facts('open'), { ...member, hasAcceptedCharter: false })).toBe(
    'charterToAccept',
  )
  expect(canParticipate(employee, facts('open', { stage: 'closing' }), member)).toBe(true)
  expect(canParticipate(employee, facts('open', { stage: 'archived' }), manager)).toBe('archived')
})

test('no role works without the membership that carries it', () => {
  const hollow = stands({ roles: ['manager', 'moderator'] })
  expect(canManage(administrator, facts('open'), hollow)).toBe('managersOnly')
  expect(canModerate(administrator, facts('open'), hollow)).toBe('moderatorsOnly')
  expect(canManage(employee, facts('open'), moderator)).toBe('managersOnly')
  expect(canModerate(employee, facts('open'), moderator)).toBe(true)
  expect(canManage(employee, facts('open'), manager)).toBe(true)
})

test('how one comes in', () => {
  expect(joinWay(employee, facts('open'), stranger)).toBe('join')
  expect(joinWay(employee, facts('closed'), stranger)).toBe('ask')
  expect(joinWay(employee, facts('secret'), stranger)).toBe(null)
  expect(joinWay(employee, facts('secret'), stands({ isInvited: true }))).toBe('accept')
  expect(joinWay(guest, facts('open'), stranger)).toBe(null)
  expect(joinWay(guest, facts('open'), stands({ isInvited: true }))).toBe('accept')
  expect(joinWay(guest, facts('open', { partnersAdmitted: false }), stands({ isInvited: true }))).toBe(null)
  expect(joinWay(employee, facts('open', { stage: 'archived' }), stranger)).toBe(null)
  expect(joinWay(employee, facts('open'), stands({ isBanned: true }))).toBe(null)
  expect(canComeIn(employee, facts('closed'), stranger, 'join')).toBe('askFirst')
  expect(canComeIn(employee, facts('closed'), stands({ isInvited: true }), 'join')).toBe(true)
  expect(canComeIn(employee, facts('open'), member, 'join')).toBe('alreadyMember')
})

test('inviting: by setting for members, managers alone for partners', () => {
  const byMembers = facts('open', { inviteBy: 'members' })
  expect(canInvite(employee, facts('open'), member, 'employee')).toBe('managersOnly')
  expect(canInvite(employee, byMembers, member, 'employee')).toBe(true)
  expect(canInvite(guest, byMembers, member, 'employee')).toBe('employeesOnly')
  expect(canInvite(guest, byMembers, ambassador, 'employee')).toBe('employeesOnly')
  for (const role of [manager, moderator, ambassador])
    expect(canInvite(employee, facts('open'), role, 'employee')).toBe(true)
  for (const role of [member, moderator, ambassador])
    expect(canInvite(employee, byMembers, role, 'guest')).toBe('managersOnly')
  expect(canInvite(employee, facts('open'), manager, 'guest')).toBe(true)
  expect(canInvite(employee, facts('open', { partnersAdmitted: false }), manager, 'guest')).toBe(
    'partnersNotAdmitted',
  )
})

test('removing follows authority; roles of authority are for employees', () => {
  expect(canRemove(employee, facts('open'), moderator, [])).toBe(true)
  expect(canRemove(employee, facts('open'), moderator, ['moderator'])).toBe('managersOnly')
  expect(canRemove(employee, facts('open'), manager, ['moderator'])).toBe(true)
  expect(canRemove(employee, facts('open'), manager, ['manager'])).toBe('holdsRole')
  expect(canRemove(employee, facts('open'), member, [])).toBe('moderatorsOnly')
  expect(canHold('guest', 'manager')).toBe('employeesOnly')
  expect(canHold('guest', 'expert')).toBe(true)
})

test('founding follows the policy of the instance', () => {
  expect(canCreate(employee, 'everyone')).toBe(true)
  expect(canCreate(guest, 'everyone')).toBe('employeesOnly')
  expect(canCreate(employee, 'administrators')).toBe('administratorsOnly')
  expect(canCreate(administrator, 'administrators')).toBe(true)
})

test('I2, I5: acting implies reading, and a guest may nothing that an employee in the same place may not', () => {
  const bools = [true, false]
  for (const visibility of ['open', 'closed', 'secret'] as const)
    for (const stage of ['growing', 'archived'] as const)
      for (const isMember of bools)
        for (const isInvited of bools)
          for (const isBanned of bools)
            for (const roles of [[], ['manager'], ['moderator'], ['sponsor']] as const) {
              const community = facts(visibility, { stage })
              const standing = stands({ isMember, isInvited, isBanned, roles })
              const may = (who: Actor) => [
                canSee(who, community, standing),
                canRead(who, community, standing),
                canParticipate(who, community, standing) === true,
                canModerate(who, community, standing) === true,
                canManage(who, community, standing) === true,
                canInvite(who, community, standing, 'employee') === true,
              ]
              const [employeeMay, guestMay] = [may(employee), may(guest)]
              guestMay.forEach((allowed, i) => expect(!allowed || employeeMay[i]).toBe(true))
              for (const [, reads, ...acts] of [employeeMay, guestMay])
                if (acts.includes(true)) expect(reads).toBe(true)
              expect(may(administrator)).toEqual(employeeMay)
            }
})
