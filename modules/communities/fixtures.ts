import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { archiveDueCommunities } from '#modules/communities/server/jobs.ts'

/** Founds a community through the front door; any field of the request may be set. */
export async function foundCommunity(
  founder: TestVisitor,
  more: Record<string, unknown> = {},
): Promise<CommunityDetail> {
  const answer = await founder.post('/api/v1/communities', {
    kind: 'practice',
    name: { fr: 'Soudure' },
    purpose: { fr: 'Mieux souder ensemble' },
    visibility: 'open',
    ...more,
  })
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.body as CommunityDetail
}

/** Brings somebody in as the world would: joining where it is open, by invitation elsewhere. */
export async function bringIn(
  manager: TestVisitor,
  community: { id: string },
  ...people: TestVisitor[]
): Promise<void> {
  const invited = await manager.post(`/api/v1/communities/${community.id}/invitations`, {
    memberIds: people.map((person) => person.memberId),
  })
  if (invited.status !== 200) throw new Error(invited.text)
  for (const person of people) {
    const current = (await person.get(`/api/v1/communities/${community.id}/charter`)).body.charter
    const joined = await person.post(`/api/v1/communities/${community.id}/membership`, {
      charterVersion: current?.version ?? null,
    })
    if (joined.status !== 200) throw new Error(joined.text)
  }
}

export async function giveRole(
  manager: TestVisitor,
  community: { id: string },
  person: TestVisitor,
  role: string,
): Promise<void> {
  const answer = await manager.put(
    `/api/v1/communities/${community.id}/members/${person.memberId}/roles/${role}`,
  )
  if (answer.status !== 204) throw new Error(answer.text)
}

/** Names of the events stored about a community, in order. */
export async function eventsOf(t: TestApp, communityId: string): Promise<string[]> {
  const rows = await t.db.read.rows<{ name: string }>(
    'select name from platform.domain_event where community_id = $1 order by id',
    [communityId],
  )
  return rows.map((row) => row.name)
}

/** Runs the hourly job that archives what was announced, on the clock of the application. */
export const archiveWhereDue = (t: TestApp): Promise<void> =>
  t.db.transaction((tx) =>
    archiveDueCommunities.run(
      { actor: { kind: 'system', reason: 'test' }, tx, now: t.services.now() },
      {},
      t.services,
    ),
  )
