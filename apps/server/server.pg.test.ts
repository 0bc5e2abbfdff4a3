import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#platform/testing/database.ts'

let folder: string
let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-server-'))
  database = await freshDatabase()
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database.drop()
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

interface Process {
  output: () => string
  exited: Promise<number | null>
  signal(name: NodeJS.Signals): void
}

function boot(env: Record<string, string>): Process {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'boot.ts')], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      NODE_ENV: 'test',
      METRICS_PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout.on('data', (chunk) => (text += String(chunk)))
  child.stderr.on('data', (chunk) => (text += String(chunk)))
  return {
    output: () => text,
    exited: new Promise((resolve) => void child.once('exit', resolve)),
    signal: (name) => void child.kill(name),
  }
}

async function until(condition: () => boolean, what: () => string): Promise<void> {
  for (let i = 0; i < 1500 && !condition(); i++) await sleep(20)
  if (!condition()) throw new Error(`did not happen; output so far:\n${what()}`)
}

test('the process says where it is and how to set up, serves, measures, and stops in order', async () => {
  const [port, metricsPort] = [await freePort(), await freePort()]
  const server = boot({ PORT: String(port), METRICS_PORT: String(metricsPort) })
  await until(() => server.output().includes('/setup#'), server.output)
  expect(server.output()).toContain(`http://localhost:${port}`)
  expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${port}/api/v1/openapi.json`)).status).toBe(200)
  const document = (await (await fetch(`http://127.0.0.1:${port}/api/v1/openapi.json`)).json()) as {
    openapi: string
    paths: object
  }
  expect([document.openapi, Object.keys(document.paths).includes('/ready')]).toEqual(['3.1.0', true])
  const page = await fetch(`http://127.0.0.1:${port}/api/v1/docs`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  for (const name of [
    'preau_request_duration_seconds',
    'preau_jobs',
    'preau_pool_connections',
    'preau_streams',
    'nodejs_eventloop_lag',
  ])
    expect(metrics).toContain(name)
  expect(metrics).toContain('route="/ready"')
  server.signal('SIGTERM')
  expect(await server.exited).toBe(0)
})

test('a worker serves no page; a taken port, a wrong setting and an absent database are one sentence each', async () => {
  const port = await freePort()
  const worker = boot({ PORT: String(port), ROLE: 'worker' })
  await until(() => worker.output().includes('ready'), worker.output)
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow()

  const holder = createServer()
  await new Promise<void>((resolve) => void holder.listen(port, '127.0.0.1', resolve))
  const taken = boot({ PORT: String(port), LOG_LEVEL: 'error' })
  expect(await taken.exited).toBe(1)
  expect(taken.output()).toMatch(/^Port \d+ is already in use.*\n$/)
  holder.close()

  const wrong = boot({ PORT: 'ten', LOG_LEVEL: 'error' })
  expect(await wrong.exited).toBe(1)
  expect(wrong.output()).toMatch(/^PORT must be.*\n$/)

  worker.signal('SIGINT')
  expect(await worker.exited).toBe(0)
})
