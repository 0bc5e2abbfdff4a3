import { describe, expect, test } from 'vitest'
import type { Actor, MemberActor } from '#platform/context.ts'
import { systemActor } from '#platform/context.ts'
import {
  canAccept,
  canArrange,
  canClose,
  canComment,
  canDelete,
  canEdit,
  canMarkHelped,
  canMove,
  canPin,
} from './policy.ts'
import type { PostFacts } from './policy.ts'

const actor = (memberId: string): MemberActor => ({
  kind: 'member',
  memberId,
  memberKind: 'employee',
  isAdministrator: true,
  language: 'fr',
  sessionId: '',
})
const asker = actor('asker')
const other = actor('other')
const post = (facts: Partial<PostFacts> = {}): PostFacts => ({
  kind: 'question',
  authorId: 'asker',
  isAuthorGone: false,
  isDeleted: false,
  isClosed: false,
  isMember: true,
  roles: [],
  isBanned: false,
  isArchived: false,
  hasAcceptedCharter: true,
  ...facts,
})

describe('who may do what with a post', () => {
  test('an administrator is nobody in particular', () => {
    expect(canPin(other, post())).toBe('moderatorsOnly')
    expect(canEdit(other, post())).toBe('authorOnly')
    expect(canDelete(other, post({ roles: ['manager', 'moderator'] }))).toBe('authorOnly')
  })

  test('a role without membership is no power', () => {
    expect(canPin(other, post({ isMember: false, roles: ['manager'] }))).toBe('moderatorsOnly')
    expect(canArrange(other, post({ isMember: false, roles: ['moderator'] }))).toBe('authorOrModeratorOnly')
  })

  test('whoever left keeps only the right to take their words back', () => {
    const left = post({ isMember: false })
    expect(canEdit(asker, left)).toBe('joinFirst')
    expect(canClose(asker, left)).toBe('joinFirst')
    expect(canDelete(asker, left)).toBe(true)
  })

  test.each<[string, Partial<PostFacts>]>([
    ['archived', { isArchived: true }],
    ['joinFirst', { isMember: false }],
    ['banned', { isMember: false, isBanned: true }],
    ['charterToAccept', { hasAcceptedCharter: false }],
    ['postDeleted', { isDeleted: true }],
    ['postClosed', { isClosed: true }],
  ])('nobody comments: %s', (reason, facts) => {
    expect(canComment(other, post(facts))).toBe(reason)
  })

  test('the asker accepts; a manager, not a moderator, when the asker is gone', () => {
    const gone = { isAuthorGone: true }
    expect(canAccept(asker, post())).toBe(true)
    expect(canAccept(other, post({ roles: ['manager'] }))).toBe('askerOnly')
    expect(canAccept(other, post({ ...gone, roles: ['moderator'] }))).toBe('askerOnly')
    expect(canAccept(other, post({ ...gone, roles: ['manager'] }))).toBe(true)
    expect(canAccept(asker, post({ kind: 'idea' }))).toBe('notAQuestion')
  })

  test('a move needs the same right at both ends', () => {
    const nothing = { participate: false, moderate: false }
    expect(canMove(asker, post(), { participate: true, moderate: false })).toBe(true)
    expect(canMove(asker, post(), nothing)).toBe('noRightThere')
    expect(canMove(other, post({ roles: ['moderator'] }), { participate: true, moderate: false })).toBe(
      'noRightThere',
    )
    expect(canMove(other, post({ roles: ['moderator'] }), { participate: true, moderate: true })).toBe(true)
    expect(canMove(other, post(), { participate: true, moderate: true })).toBe('authorOrModeratorOnly')
  })

  test('help is marked by any reader, never on one’s own words', () => {
    const text = { authorId: 'asker', isDeleted: false }
    expect(canMarkHelped(other, post({ isMember: false }), text)).toBe(true)
    expect(canMarkHelped(asker, post(), text)).toBe('ownText')
    expect(canMarkHelped(other, post(), { ...text, isDeleted: true })).toBe('postDeleted')
  })

  test('the system acts where a text is alive', () => {
    const system: Actor = systemActor('demo')
    expect(canComment(system, post({ isMember: false }))).toBe(true)
    expect(canAccept(system, post({ isMember: false }))).toBe(true)
    expect(canComment(system, post({ isDeleted: true }))).toBe('postDeleted')
  })
})
