import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { goodPassword } from '#modules/people/fixtures.ts'
import { insertOrganisation } from './queries/organisation.ts'

/** The session secret that an answer set, undefined when it set none, empty when it took it away. */
export function cookieOf(answer: TestAnswer): string | undefined {
  const header = answer.headers['set-cookie']
  const line = (Array.isArray(header) ? header : [String(header ?? '')]).find((one) =>
    one.startsWith('preau='),
  )
  return line === undefined ? undefined : line.slice('preau='.length).split(';')[0]
}

/** The same visitor as a browser that holds this cookie. */
export const withCookie = (t: TestApp, cookie: string | undefined) => ({
  get: (url: string) =>
    t.anonymous.inject({ method: 'GET', url, headers: cookie ? { cookie: `preau=${cookie}` } : {} }),
  post: (url: string, body?: unknown) =>
    t.anonymous.inject({
      method: 'POST',
      url,
      headers: cookie ? { cookie: `preau=${cookie}` } : {},
      ...(body !== undefined && { payload: body as object }),
    }),
  put: (url: string, body?: unknown) =>
    t.anonymous.inject({
      method: 'PUT',
      url,
      headers: cookie ? { cookie: `preau=${cookie}` } : {},
      ...(body !== undefined && { payload: body as object }),
    }),
  delete: (url: string) =>
    t.anonymous.inject({ method: 'DELETE', url, headers: cookie ? { cookie: `preau=${cookie}` } : {} }),
})

export const signIn = (
  t: TestApp,
  email: string,
  password: string = goodPassword,
  address = '127.0.0.1',
): Promise<TestAnswer> =>
  t.anonymous.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { email, password },
    remoteAddress: address,
  })

export const makeOrganisation = (t: TestApp): Promise<boolean> =>
  insertOrganisation(
    t.db.read,
    { name: 'Méridienne', languages: ['fr', 'en'], defaultLanguage: 'fr', timezone: 'Europe/Paris' },
    new Date(),
  )

/** Sends one file as a browser form does. */
export function upload(
  visitor: TestVisitor,
  url: string,
  bytes: Buffer,
  filename: string,
  type = 'application/octet-stream',
): Promise<TestAnswer> {
  const boundary = 'xx-preau-boundary-xx'
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: ${type}\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return visitor.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
}

/** Puts people into a community of their own, with rows: how they join is tested in communities. */
export async function shareCommunity(
  t: TestApp,
  slug: string,
  memberIds: readonly string[],
): Promise<string> {
  const row = await t.db.read.row<{ id: string }>(
    `insert into communities.community (id, slug, kind, visibility, name, purpose)
     values (platform.new_id(), $1, 'interest', 'closed', '{"fr": "Communauté"}', '{"fr": "But"}') returning id`,
    [slug],
  )
  await t.db.read.run(
    `insert into communities.membership (community_id, member_id) select $1, member_id from unnest($2::uuid[]) as member_id`,
    [row!.id, memberIds],
  )
  return row!.id
}

export { givePassword, goodPassword } from '#modules/people/fixtures.ts'
