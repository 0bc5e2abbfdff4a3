import { expect, test } from 'vitest'
import { readState, windowOf, writeState } from './period.ts'

test('the address names the period and the clock, and only what is not usual', () => {
  expect(readState({})).toEqual({ period: 'd28', clock: 'business' })
  expect(readState({ period: 'd91', clock: 'wall' })).toEqual({ period: 'd91', clock: 'wall' })
  expect(readState({ period: 'toString', clock: 'sun' })).toEqual({ period: 'd28', clock: 'business' })
  expect(writeState({ period: 'd28', clock: 'business' })).toEqual({})
  expect(writeState({ period: 'd365', clock: 'wall' })).toEqual({ period: 'd365', clock: 'wall' })
})

test('a window counts both of its days', () => {
  expect(windowOf('d28', new Date('2026-03-28T12:00:00'))).toEqual({ from: '2026-03-01', to: '2026-03-28' })
})
