import { expect, test } from 'vitest'
import { canAskAround } from './policy.ts'

test('the author and the managers bring a question to somebody, nobody else does', () => {
  const question = { authorId: 'author', kind: 'question' }
  const may = (memberId: string, roles: string[], kind = 'question') =>
    canAskAround({ memberId }, { ...question, kind, roles })
  expect(may('author', [])).toBe(true)
  expect(may('other', ['manager'])).toBe(true)
  expect(may('other', ['moderator', 'expert', 'ambassador', 'sponsor'])).toBe('notAuthorNorManager')
  expect(may('author', [], 'discussion')).toBe('notAQuestion')
})
