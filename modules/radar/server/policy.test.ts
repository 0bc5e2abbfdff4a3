import { expect, test } from 'vitest'
import { clearedUntil, firstBarrier, mondayOf, quarterOf, stateOf } from './policy.ts'
import type { Evidence, Signal } from './policy.ts'

const signal = (state: Signal['state']): Signal => ({
  key: 's',
  kind: 'computed',
  state,
  n: null,
  by: null,
  until: null,
  url: null,
})
const evidence = (isThere: boolean, until: string | null = null): Evidence => ({
  key: 'e',
  isThere,
  have: isThere ? 1 : 0,
  need: 1,
  until,
})

test('a vector is cleared by all of its evidence and no signal, by nothing else', () => {
  expect(stateOf([signal('off')], [evidence(true), evidence(true)])).toBe('cleared')
  expect(stateOf([signal('unknown')], [evidence(true)])).toBe('cleared')
  expect(stateOf([signal('off')], [evidence(true), evidence(false)])).toBe('watch')
  expect(stateOf([signal('on')], [evidence(true)])).toBe('watch')
  expect(stateOf([signal('on'), signal('off')], [evidence(false)])).toBe('failing')
  expect(stateOf([signal('unknown')], [evidence(false)])).toBe('unknown')
  // Without evidence that could clear it, nothing does.
  expect(stateOf([signal('off')], [])).toBe('watch')
})

test('it lasts until the first piece no longer counts; the barrier follows a fixed order', () => {
  expect(clearedUntil([evidence(true, '2027-05-01'), evidence(true), evidence(true, '2027-04-01')])).toBe(
    '2027-04-01',
  )
  expect(clearedUntil([evidence(true)])).toBe(null)
  expect(
    firstBarrier([
      { vector: 'vision', state: 'watch' },
      { vector: 'depth', state: 'failing' },
      { vector: 'time', state: 'failing' },
    ]),
  ).toBe('time')
  expect(firstBarrier([{ vector: 'vision', state: 'cleared' }])).toBe(null)
  expect(quarterOf('2027-05-17')).toEqual(['2027-04-01', '2027-06-30'])
  expect(mondayOf('2026-11-22')).toBe('2026-11-16')
})
