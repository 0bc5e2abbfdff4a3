import { expect, test } from 'vitest'
import { communityKinds } from '#modules/communities/contract.ts'
import { kindPresets } from '#modules/communities/kinds.ts'

const common = ['about', 'conversations', 'gatherings', 'members', 'pages', 'questions']
const own: Record<string, string[]> = { learning: ['programme'], project: ['decisions'], process: ['board'] }

test('every kind presets the same sections in its own order, with what is its own', () => {
  for (const kind of communityKinds)
    expect(kindPresets[kind].sections.toSorted()).toEqual([...common, ...(own[kind] ?? [])].toSorted())
})

test('a process asks for its indicator, an interest for none', () => {
  expect(kindPresets.process.indicator).toBe('required')
  expect(kindPresets.interest.indicator).toBe('optional')
})
