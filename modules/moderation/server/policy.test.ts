import { expect, test } from 'vitest'
import { canDecide, canDecideAppeal, canPropose, officeOn, routeOf } from './policy.ts'
import type { CaseFacts, LadderFacts } from './policy.ts'

const nobody: CaseFacts = {
  route: 'community',
  isAuthor: false,
  isReporter: false,
  moderates: false,
  mediates: false,
  isAtLegalDesk: false,
  needsMediator: false,
}
const now = new Date('2026-11-22T12:00:00Z')
const untouched: LadderFacts = {
  isClosed: false,
  outcome: null,
  hasWaitingMeasure: false,
  wasWrittenTo: false,
  wasAskedToCorrect: false,
  correctBy: null,
  correctedAt: null,
}

test('a report goes around the moderators when it is asked, or when the author is one of them', () => {
  expect(routeOf({ law: false, around: false, authorModerates: false })).toBe('community')
  expect(routeOf({ law: false, around: true, authorModerates: false })).toBe('mediators')
  expect(routeOf({ law: false, around: false, authorModerates: true })).toBe('mediators')
  expect(routeOf({ law: true, around: true, authorModerates: true })).toBe('law')
})

test('who looks at a case, and in which quality', () => {
  expect(officeOn(nobody)).toBeUndefined()
  expect(officeOn({ ...nobody, moderates: true })).toBe('moderator')
  expect(officeOn({ ...nobody, moderates: true, isAuthor: true })).toBeUndefined()
  expect(officeOn({ ...nobody, mediates: true })).toBeUndefined()
  expect(officeOn({ ...nobody, mediates: true, needsMediator: true })).toBe('mediator')
  expect(officeOn({ ...nobody, route: 'mediators', moderates: true })).toBeUndefined()
  expect(officeOn({ ...nobody, route: 'mediators', mediates: true })).toBe('mediator')
  expect(officeOn({ ...nobody, route: 'law', moderates: true, mediates: true })).toBeUndefined()
  expect(officeOn({ ...nobody, route: 'law', isAtLegalDesk: true })).toBe('legalDesk')
})

test('nothing is hidden before the author could correct, unless it is urgent', () => {
  const propose = (more: Partial<LadderFacts>, urgent = false, kind: 'hide' | 'pause' = 'hide') =>
    canPropose(kind, 'community', { ...untouched, ...more }, urgent, now)
  const hour = 3_600_000
  expect(propose({})).toBe('correctionFirst')
  expect(propose({}, true)).toBe(true)
  const asked = { wasAskedToCorrect: true, correctBy: new Date(now.getTime() + hour) }
  expect(propose(asked)).toBe('correctionFirst')
  expect(propose({ ...asked, correctBy: new Date(now.getTime() - hour) })).toBe(true)
  expect(propose({ ...asked, correctedAt: now })).toBe(true)
  expect(propose({ ...asked, correctedAt: now, hasWaitingMeasure: true })).toBe('proposalWaiting')
  expect(propose({}, false, 'pause')).toBe('correctionFirst')
  expect(propose({ wasWrittenTo: true }, false, 'pause')).toBe(true)
  expect(propose({ isClosed: true, outcome: 'talked' }, true)).toBe('caseClosed')
  expect(canPropose('takedown', 'community', untouched, true, now)).toBe('caseClosed')
  expect(canPropose('takedown', 'law', untouched, false, now)).toBe(true)
})

test('the second person is somebody else, and an appeal a third', () => {
  const open = { proposedBy: 'a', decidedAt: null }
  expect(canDecide('a', nobody, open)).toBe('someoneElse')
  expect(canDecide('b', { isReporter: true }, open)).toBe('someoneElse')
  expect(canDecide('b', nobody, open)).toBe(true)
  expect(canDecide('b', nobody, { ...open, decidedAt: now })).toBe('alreadyDecided')
  const taken = { proposedBy: 'a', decidedBy: 'b' }
  const appeal = { decidedAt: null, toMediator: false }
  expect(canDecideAppeal('a', nobody, 'moderator', taken, appeal)).toBe('someoneElse')
  expect(canDecideAppeal('b', nobody, 'moderator', taken, appeal)).toBe('someoneElse')
  expect(canDecideAppeal('c', nobody, 'moderator', taken, appeal)).toBe(true)
  expect(canDecideAppeal('c', nobody, 'moderator', taken, { ...appeal, toMediator: true })).toBe(
    'someoneElse',
  )
  expect(canDecideAppeal('c', nobody, 'mediator', taken, { ...appeal, toMediator: true })).toBe(true)
})
