import { expect, test } from 'vitest'
import { communityKinds } from '#modules/communities/contract.ts'
import { kindPresets, previewKindChange } from '#modules/communities/kinds.ts'

test('every kind presets the same sections in its own order', () => {
  for (const kind of communityKinds)
    expect(kindPresets[kind].sections.toSorted()).toEqual([
      'about',
      'conversations',
      'gatherings',
      'members',
      'pages',
      'questions',
    ])
})

test('a change of kind says what would be different, and nothing when nothing is', () => {
  expect(previewKindChange('practice', 'practice')).toEqual({
    sections: null,
    rolesToFind: [],
    indicator: null,
    endRule: null,
  })
  expect(previewKindChange('interest', 'process')).toEqual({
    sections: { before: kindPresets.interest.sections, after: kindPresets.process.sections },
    rolesToFind: ['expert', 'sponsor'],
    indicator: { before: 'optional', after: 'required' },
    endRule: { before: 'none', after: 'review' },
  })
})
