import { describe, expect, test } from 'vitest'
import { choosePeople, loadWeight, zScore } from './choose.ts'
import type { CandidateRow, EvidenceRow } from './queries/candidates.ts'

const person = (id: string, more: Partial<CandidateRow> = {}): [string, CandidateRow] => [
  id,
  {
    member: { id } as CandidateRow['member'],
    takenThisWeek: 0,
    askedThisWeek: 0,
    askedThisMonth: 0,
    silentDays: 0,
    askedAbout: [],
    isAuthor: [],
    ...more,
  },
]
const row = (kind: EvidenceRow['kind'], ids: string[], more: Partial<EvidenceRow> = {}): EvidenceRow => ({
  postId: 'q',
  kind,
  memberIds: ids,
  acceptedId: null,
  subject: null,
  isConfirmed: false,
  similarity: 0,
  distance: 1,
  isRecent: true,
  ...more,
})
const chosen = (
  evidence: EvidenceRow[],
  people: [string, CandidateRow][],
  ...rules: [{ cap: boolean; load: boolean }?]
) =>
  choosePeople('q', evidence, new Map(people), ...rules).map(({ candidate, reason }) => [
    candidate.member.id,
    reason,
  ])

describe('who could answer', () => {
  test('says z as the source has it, and weighs the load', () => {
    expect(zScore(9, 0)).toBe(3)
    expect(zScore(1, 0)).toBe(1)
    expect(zScore(4, 4)).toBe(0)
    expect(zScore(0, 0)).toBe(0)
    expect([0, 1, 3].map(loadWeight)).toEqual([1, 0.5, 0.25])
  })

  test('those who declare the subject come first, confirmed before not, then answers, then the role', () => {
    const near = row('near', ['answers'], { subject: 'pompes', acceptedId: 'answers' })
    const evidence = [
      row('expert', ['role']),
      near,
      row('declared', ['says'], { subject: 'pompes' }),
      row('declared', ['confirmed'], { subject: 'pompes', isConfirmed: true }),
    ]
    const people = ['role', 'answers', 'says', 'confirmed'].map((id) => person(id))
    expect(chosen(evidence, people)).toEqual([
      ['confirmed', 'askMeAbout'],
      ['says', 'askMeAbout'],
      ['answers', 'answeredTag'],
    ])
    expect(chosen(evidence.slice(0, 2), people)).toEqual([
      ['answers', 'answeredTag'],
      ['role', 'expert'],
    ])
  })

  test('nobody holds a third request, is asked twice about one question, or about their own', () => {
    const evidence = [row('near', ['a', 'b', 'c', 'd'])]
    const people = [
      person('a', { takenThisWeek: 2 }),
      person('b', { askedAbout: ['q'] }),
      person('c', { isAuthor: ['q'] }),
      person('d'),
    ]
    expect(chosen(evidence, people)).toEqual([['d', 'answeredNear']])
    expect(chosen(evidence, people, { cap: false, load: true })).toEqual([
      ['a', 'answeredNear'],
      ['d', 'answeredNear'],
    ])
  })

  test('who was asked often gives way, and the second is looked for where the first is weak', () => {
    const evidence = [row('near', ['often']), row('near', ['rarely'], { distance: 5 })]
    expect(chosen(evidence, [person('often', { askedThisMonth: 3 }), person('rarely')])[0]?.[0]).toBe(
      'rarely',
    )
    const together = [
      row('near', ['first', 'twin']),
      row('near', ['first', 'twin']),
      row('near', ['first']),
      row('near', ['other'], { distance: 2 }),
      row('near', ['other'], { distance: 3 }),
    ]
    expect(chosen(together, [person('first'), person('twin'), person('other')]).map(([id]) => id)).toEqual([
      'first',
      'other',
      'twin',
    ])
  })

  test('answers on the subject need to outweigh questions on it, z > 1, or one acceptance', () => {
    const on = (accepted: string | null) => row('near', ['a'], { subject: 'pompes', acceptedId: accepted })
    const reason = (...evidence: EvidenceRow[]) => chosen(evidence, [person('a')])[0]?.[1]
    expect(reason(on(null))).toBe('answeredNear')
    expect(reason(on(null), on(null))).toBe('answeredTag')
    expect(reason(on(null), on(null), row('asker', ['a'], { subject: 'pompes' }))).toBe('answeredNear')
    expect(reason(on('a'))).toBe('answeredTag')
  })
})
