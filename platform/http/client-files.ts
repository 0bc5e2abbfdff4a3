import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const access = {
  kind: 'public',
  because: 'the program itself, the same for everybody; holds no data',
} as const

/**
 * Serves the built client: files whose name holds a hash are kept for a year, everything else is asked again. An
 * address that is no file is the client's to route, so it gets the page.
 */
export async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'))
  if (!isBuilt) throw new Error(`The client is not built (${folder} has no index.html): run npm run build.`)
  await app.register(fastifyStatic, {
    root: folder,
    // Our own routes below: each declares its access.
    serve: false,
    dotfiles: 'ignore',
    preCompressed: existsSync(join(folder, 'index.html.br')) || existsSync(join(folder, 'index.html.gz')),
    cacheControl: false,
    setHeaders(response, path) {
      const isHashed = /[/\\]assets[/\\].*-[\w-]{8}\.\w+$/.test(path.replace(/\.(br|gz)$/, ''))
      response.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/', { config: { access } }, (_request, reply) => void sendPage(reply))
  app.get(
    '/*',
    { config: { access } },
    (request, reply) => void reply.sendFile((request.params as { '*': string })['*']),
  )
}

/** Whether this is a person's browser asking for a page rather than a program asking for data. */
export const wantsPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !/^\/(api|assets|metrics|health|ready)(\/|$|\?)/.test(request.url) &&
  !/\.\w{2,5}($|\?)/.test(request.url)

export const sendPage = (reply: FastifyReply): FastifyReply =>
  reply.header('cache-control', 'no-cache').sendFile('index.html')
