import { expect } from 'vitest'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import type { NewGathering } from '#modules/gatherings/contract.ts'
import { workshop } from '#modules/gatherings/fixtures.ts'

/** Everything below happens around this moment: a Monday in November, a week before the workshop. */
export const monday = new Date('2026-11-23T09:00:00Z')

export async function found(
  claire: TestVisitor,
  name: string,
  visibility: 'open' | 'closed' | 'secret' = 'open',
): Promise<{ id: string; slug: string }> {
  const answer = await claire.post('/api/v1/communities', {
    name: { fr: name },
    purpose: { fr: 'S’entraider.' },
    kind: 'practice',
    visibility,
  })
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}

export async function join(who: TestVisitor, by: TestVisitor, community: { slug: string }): Promise<void> {
  await by.post(`/api/v1/communities/${community.slug}/invitations`, { memberIds: [who.memberId] })
  const answer = await who.post(`/api/v1/communities/${community.slug}/membership`, {})
  expect(answer.status, answer.text).toBeLessThan(300)
}

export async function plan(
  by: TestVisitor,
  community: { slug: string },
  more: Partial<NewGathering> = {},
): Promise<string> {
  const answer = await by.post(`/api/v1/communities/${community.slug}/gatherings`, workshop(more))
  expect(answer.status, answer.text).toBe(200)
  return answer.body.id
}

export const answer = (who: TestVisitor, id: string, how: string, more: object = {}) =>
  who.put(`/api/v1/gatherings/${id}/answer`, { answer: how, ...more })

/** Payloads of the events of one name, in order. */
export const eventsOf = async (t: TestApp, name: string): Promise<Record<string, unknown>[]> =>
  (
    await t.db.read.rows<{ payload: Record<string, unknown> }>(
      `select payload from platform.domain_event where name = $1 order by id`,
      [name],
    )
  ).map(({ payload }) => payload)
