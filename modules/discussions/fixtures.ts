import type { Db } from '#platform/db/pool.ts'
import { newId } from '#platform/ids.ts'

/** What these builders need of the test application and of its visitors. */
interface World {
  db: Pick<Db, 'read'>
}
interface Visitor {
  memberId: string
  post(
    url: string,
    body: unknown,
  ): Promise<{ status: number; text: string; body: { id: string; card: { id: string } } }>
}

/** Rows for tests: how communities are founded and joined is tested where it belongs. */
export interface TestCommunity {
  id: string
  slug: string
}

export async function makeCommunity(
  t: World,
  options: { visibility?: 'open' | 'closed' | 'secret'; members?: Visitor[]; stage?: string } = {},
): Promise<TestCommunity> {
  const id = newId()
  const slug = `c-${id.slice(-12)}`
  await t.db.read.run(
    `insert into communities.community (id, slug, kind, visibility, name, purpose, stage)
     values ($1, $2, 'practice', $3, $4, $4, $5)`,
    [
      id,
      slug,
      options.visibility ?? 'open',
      JSON.stringify({ fr: `Communauté ${slug}` }),
      options.stage ?? 'launched',
    ],
  )
  for (const member of options.members ?? []) await join(t, id, member)
  return { id, slug }
}

export async function join(
  t: World,
  communityId: string,
  member: Visitor,
  ...roles: string[]
): Promise<void> {
  await t.db.read.run(
    `insert into communities.membership (community_id, member_id, last_seen_seq)
     select $1, $2, post_seq from communities.community where id = $1 on conflict do nothing`,
    [communityId, member.memberId],
  )
  for (const role of roles)
    await t.db.read.run(
      `insert into communities.community_role (community_id, member_id, role) values ($1, $2, $3)`,
      [communityId, member.memberId, role],
    )
}

export const leave = (t: World, communityId: string, member: Visitor): Promise<number> =>
  t.db.read.run(`delete from communities.membership where community_id = $1 and member_id = $2`, [
    communityId,
    member.memberId,
  ])

/** Publishes through the front door and gives the id. */
export async function publish(author: Visitor, communityId: string, post: object = {}): Promise<string> {
  const answer = await author.post('/api/v1/posts', {
    communityId,
    bodyMd: 'Un texte pour essayer.',
    ...post,
  })
  if (answer.status !== 200) throw new Error(`publishing answered ${answer.status}: ${answer.text}`)
  return answer.body.card.id
}

export async function comment(author: Visitor, postId: string, input: object = {}): Promise<string> {
  const answer = await author.post(`/api/v1/posts/${postId}/comments`, {
    bodyMd: 'Une réponse pour essayer.',
    ...input,
  })
  if (answer.status !== 200) throw new Error(`commenting answered ${answer.status}: ${answer.text}`)
  return answer.body.id
}

/** A multipart body with one file. */
export function upload(
  name: string,
  bytes: Buffer,
  options: { type?: string; alt?: string } = {},
): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'preau-test-boundary'
  const alt =
    options.alt === undefined
      ? ''
      : `--${boundary}\r\ncontent-disposition: form-data; name="alt"\r\n\r\n${options.alt}\r\n`
  const head = `${alt}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${options.type ?? 'application/octet-stream'}\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
