import { expect, it } from 'vitest'
import { boardCsv } from './board-csv.ts'
import { readState, writeState } from './period.ts'

it('keeps period and history in the address, and nothing that is usual', () => {
  for (const state of [{}, { period: '2026-Q3', history: false }, { period: '2026-10', history: true }])
    expect(readState(writeState(state))).toEqual(state)
  expect(writeState({})).toEqual({})
  expect(readState({ period: 'hier', history: 'oui' })).toEqual({})
})

it('writes the values of the screen as rows', () => {
  const estimate = { value: 62.5, part: 20, n: 32, low: 45.3, high: 77.1, withheld: null }
  const csv = boardCsv(
    {
      period: '2026-10',
      figures: [
        {
          id: 'M13',
          unit: '%',
          window: { from: '2026-10-01', to: '2026-10-31' },
          ...estimate,
          parts: [{ key: 'a', ...estimate, value: null, withheld: 'fewCases' }],
          series: [],
        },
      ],
    } as never,
    'fr',
  )
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(csv.split('\r\n').slice(1)).toEqual([
    'M13;;2026-10;2026-10-01;2026-10-31;%;62,5;45,3;77,1;20;32;',
    'M13;a;2026-10;2026-10-01;2026-10-31;%;;45,3;77,1;20;32;fewCases',
    '',
  ])
})
