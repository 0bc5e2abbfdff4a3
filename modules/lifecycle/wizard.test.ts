import { expect, test } from 'vitest'
import { suggestKind } from './wizard.ts'

test('the six sentences of members lead to their kind and form', () => {
  const of = (want: 'share' | 'trade' | 'learn' | 'deliver' | 'find' | 'improve') => {
    const { kind, form } = suggestKind({ want })
    return `${kind}, ${form}`
  }
  expect(of('share')).toBe('interest, forum')
  expect(of('trade')).toBe('practice, forum')
  expect(of('learn')).toBe('learning, forum')
  expect(of('deliver')).toBe('project, forum')
  expect(of('find')).toBe('network, profiles')
  expect(of('improve')).toBe('process, process')
})

test('the reasons are the answers that spoke for it, and the other four may outweigh the first', () => {
  const said = { want: 'share', exchange: 'follow', end: 'never', measure: 'delay', who: 'partners' } as const
  expect(suggestKind(said)).toEqual({
    kind: 'process',
    form: 'process',
    reasons: ['follow', 'never', 'delay', 'partners'],
  })
})
