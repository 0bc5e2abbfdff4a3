import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const access = { kind: 'public', because: 'the program itself, the same for everybody; holds no data' } as const

/**
 * Serves the built client: files whose name holds a hash are kept for a year, everything else is asked again. An
 * address that is no file is the client's to route, so it gets the page.
 */
export async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'))
  if (!isBuilt) throw new Error(`The client is not built (${folder} has no index.html): run npm run build.`)
  app.addHook('onRoute', (route) => {
    // The plugin adds its own routes; they are these files.
    if (route.url === '/*' && !route.config?.access) route.config = { ...route.config, access }
  })
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    decorateReply: true,
    preCompressed: existsSync(join(folder, 'index.html.br')) || existsSync(join(folder, 'index.html.gz')),
    cacheControl: false,
    globIgnore: ['.vite/**'],
    setHeaders(response, path) {
      const isHashed = /[/\\]assets[/\\].*-[\w-]{8}\.\w+$/.test(path.replace(/\.(br|gz)$/, ''))
      response.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/', { config: { access } }, (_request, reply) => sendPage(reply))
}

/** Whether this is a person's browser asking for a page rather than a program asking for data. */
export const wantsPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !/^\/(api|assets|metrics|health|ready)(\/|$|\?)/.test(request.url) &&
  !/\.\w{2,5}($|\?)/.test(request.url)

export const sendPage = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-cache').sendFile('index.html')
