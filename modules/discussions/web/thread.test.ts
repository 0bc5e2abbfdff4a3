import { expect, test } from 'vitest'
import type { Comment, PostDetail } from '../contract.ts'
import { threadOf, withAccepted, withComment, withoutComment, withReaction } from './thread.ts'

const comment = (id: string, more: Partial<Comment> = {}) =>
  ({ id, parentId: null, isAnswer: false, isAccepted: false, ...more }) as Comment
const post = (items: Comment[], more: Partial<PostDetail> = {}) =>
  ({
    id: 'p',
    acceptedAnswer: null,
    answerCount: 0,
    commentCount: 0,
    comments: { items, next: null },
    ...more,
  }) as PostDetail
const ids = (comments: Comment[]) => comments.map(({ id }) => id)

test('the accepted answer comes first, then answers, then comments, replies under their parent', () => {
  const thread = threadOf(
    post([
      comment('c1'),
      comment('a1', { isAnswer: true }),
      comment('r1', { parentId: 'a1' }),
      comment('a2', { isAnswer: true, isAccepted: true }),
      comment('r2', { parentId: 'a1' }),
    ]),
  )
  expect(thread.accepted?.id).toBe('a2')
  expect(ids(thread.answers)).toEqual(['a1'])
  expect(ids(thread.comments)).toEqual(['c1'])
  expect(ids(thread.replies.get('a1') ?? [])).toEqual(['r1', 'r2'])
})

test('an accepted answer beyond the first page is shown all the same, once', () => {
  const accepted = comment('a9', { isAnswer: true, isAccepted: true })
  expect(threadOf(post([comment('c1')], { acceptedAnswer: accepted })).accepted?.id).toBe('a9')
  expect(ids(threadOf(post([accepted], { acceptedAnswer: accepted })).answers)).toEqual([])
})

test('accepting moves the mark, withdrawing takes it off', () => {
  const start = post([comment('a1', { isAnswer: true, isAccepted: true }), comment('a2', { isAnswer: true })])
  const moved = withAccepted(start, 'a2')
  expect(moved.acceptedAnswer?.id).toBe('a2')
  expect(moved.comments.items.map((item) => item.isAccepted)).toEqual([false, true])
  expect(withAccepted(moved, null).acceptedAnswer).toBeNull()
})

test('the same comment told twice counts once, and a rollback restores the counts', () => {
  const answer = comment('a1', { isAnswer: true })
  const once = withComment(post([]), answer)
  expect(withComment(once, answer)).toMatchObject({ answerCount: 1, commentCount: 1 })
  expect(withComment(once, answer).comments.items).toHaveLength(1)
  expect(withoutComment(once, 'a1')).toMatchObject({ answerCount: 0, commentCount: 0 })
})

test('a reaction counts once and never goes below zero', () => {
  const on = withReaction({ reactionCounts: {}, myReactions: [] }, 'thanks', true)
  expect(withReaction(on, 'thanks', true)).toBe(on)
  expect(on).toEqual({ reactionCounts: { thanks: 1 }, myReactions: ['thanks'] })
  expect(withReaction(on, 'thanks', false)).toEqual({ reactionCounts: { thanks: 0 }, myReactions: [] })
})
