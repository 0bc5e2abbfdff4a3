import { startServer } from '#apps/server/server.ts'
import { loadConfig } from '#platform/config.ts'
import { createLog } from '#platform/log.ts'
import { StartError } from '#platform/start-error.ts'

/** The process of the server: starts, says where it is, and stops in order on the first signal. */
async function main(): Promise<void> {
  const startedAt = performance.now()
  const config = loadConfig()
  const log = createLog({ level: config.logLevel })
  const starting = startServer(config, log)
  let isStopping = false
  const stop = (signal: string): void => {
    // Asked twice: the person wants it gone.
    if (isStopping) process.exit(1)
    isStopping = true
    log.info({ signal }, 'stopping')
    starting
      .then((server) => server.stop())
      .catch(() => {})
      .finally(() => process.exit(0))
  }
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
  const server = await starting
  const seconds = (performance.now() / 1000).toFixed(1)
  log.info({ ms: Math.round(performance.now() - startedAt), role: config.role }, 'ready')
  if (server.url) process.stdout.write(`\n  Préau is ready: ${server.url}  (${seconds} s)\n`)
  if (server.setupLink) process.stdout.write(`  Create your organisation here, once: ${server.setupLink}\n`)
  if (server.url) process.stdout.write('\n')
}

main().catch((error: unknown) => {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`Préau could not start: ${(error as Error).stack ?? String(error)}\n`)
  process.exit(1)
})
