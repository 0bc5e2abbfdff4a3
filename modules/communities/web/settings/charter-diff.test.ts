import { expect, test } from 'vitest'
import { diffCharter } from './charter-diff.ts'

const article = (title: string, body = 'Parce que.') => ({ title: { fr: title }, body: { fr: body } })
const kinds = (before: string[], after: string[]) =>
  diffCharter(
    before.map((title) => article(title)),
    after.map((title) => article(title)),
  ).map((line) => `${line.kind} ${line.article.title.fr}`)

test('an insertion shifts numbers without marking what follows', () => {
  expect(kinds(['a', 'b'], ['a', 'new', 'b'])).toEqual(['same a', 'added new', 'same b'])
})
test('a removal is said in its place', () => {
  expect(kinds(['a', 'b', 'c'], ['a', 'c'])).toEqual(['same a', 'removed b', 'same c'])
})
test('another text under the same title, or another title in the same place, is a change', () => {
  expect(diffCharter([article('a', 'x')], [article('a', 'y')])).toEqual([
    { kind: 'changed', article: article('a', 'y'), before: article('a', 'x') },
  ])
  expect(kinds(['a', 'b'], ['a', 'z'])).toEqual(['same a', 'changed z'])
})
test('a first version is all new, an emptied one all removed', () => {
  expect(kinds([], ['a', 'b'])).toEqual(['added a', 'added b'])
  expect(kinds(['a', 'b'], [])).toEqual(['removed a', 'removed b'])
})
