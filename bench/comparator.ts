import { createHash, randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import pg from 'pg'
import { conversationSql, feedSql, replySql, searchSql, unreadSql } from './comparator-sql.ts'

// A bare server over the product's database: `DATABASE_URL=… PORT=… node bench/comparator.ts`. It knows no module, no
// hook and no log; every route is one named prepared statement whose text is passed on.
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 8,
  application_name: 'comparator',
})
const app = Fastify()
const tokenOf = (request: FastifyRequest): Buffer =>
  createHash('sha256')
    .update(/preau=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '')
    .digest()

async function answer(
  reply: FastifyReply,
  name: string,
  text: string,
  values: unknown[],
): Promise<FastifyReply> {
  const { rows } = await pool.query<{ body: string }>({ name, text, values })
  if (!rows[0]) return reply.code(404).send()
  return reply.header('content-type', 'application/json; charset=utf-8').send(rows[0].body)
}

app.get('/api/v1/feed', (request, reply) => answer(reply, 'feed', feedSql, [tokenOf(request)]))
app.get('/api/v1/feed/unread', (request, reply) => answer(reply, 'unread', unreadSql, [tokenOf(request)]))
app.get<{ Params: { id: string } }>('/api/v1/posts/:id', (request, reply) =>
  answer(reply, 'conversation', conversationSql, [tokenOf(request), request.params.id]),
)
app.post<{ Params: { id: string }; Body: { bodyMd: string } }>(
  '/api/v1/posts/:id/comments',
  (request, reply) =>
    answer(reply, 'reply', replySql, [
      tokenOf(request),
      request.params.id,
      randomUUID(),
      request.body.bodyMd,
    ]),
)
app.get<{ Querystring: { q: string } }>('/api/v1/search', (request, reply) =>
  answer(reply, 'search', searchSql, [tokenOf(request), request.query.q, `%${request.query.q}%`]),
)
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) })
process.once('SIGTERM', () => void app.close().then(() => pool.end()))
