import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main } from '#apps/cli/preau.ts'
import { createIo, withDatabase } from '#platform/cli.ts'
import type { Io } from '#platform/cli.ts'
import { loadConfig } from '#platform/config.ts'
import { startDatabase } from '#platform/db/embedded/start-database.ts'
import { createLog } from '#platform/log.ts'

let folder: string
let env: Record<string, string>
const log = createLog({ level: 'silent' })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'))
  env = { DATA_DIR: join(folder, 'data'), PORT: '39871' }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function preau(argv: string[], more: Record<string, string> = {}) {
  let out = ''
  let err = ''
  const io: Io = {
    ...createIo(),
    log,
    config: () => loadConfig({ ...env, ...more }, folder),
    print: (text) => void (out += `${text}\n`),
    json: (value) => void (out += JSON.stringify(value)),
    note: (text) => void (err += text),
  }
  const code = await main(argv, io)
  return { code, out, err, io }
}

const checksOf = (out: string): Record<string, { state: string; finding: string; advice?: string }> =>
  Object.fromEntries(
    (JSON.parse(out).checks as { name: string; state: string; finding: string }[]).map((check) => [
      check.name,
      check,
    ]),
  )

describe('commands and the database', () => {
  test('doctor creates nothing where nothing is', async () => {
    const { code, out } = await preau(['doctor', '--json'])
    expect(code).toBe(0)
    expect(checksOf(out)['Database']).toEqual({
      name: 'Database',
      state: 'ok',
      finding: 'the embedded PostgreSQL is not created yet; the first start does it',
    })
    expect(() => rmSync(join(folder, 'data'))).toThrow(/ENOENT/)
  })

  test('migrate starts PostgreSQL for its own time, applies what is missing, once', async () => {
    const first = JSON.parse((await preau(['migrate', '--json'])).out) as { applied: string[] }
    expect(first.applied.length).toBeGreaterThan(0)
    expect(JSON.parse((await preau(['migrate', '--json'])).out)).toEqual({ dryRun: false, applied: [] })
    expect((await preau(['migrate', '--dry-run'])).out).toBe('The database is up to date.\n')
  })

  test('a command works alone and beside a running Préau, and leaves that one running', async () => {
    const { io } = await preau(['--help'])
    const count = () =>
      withDatabase(io, (db) => db.read.row<{ n: number }>('select count(*)::int as n from people.member'))
    const alone = await count()
    const running = await startDatabase(io.config(), log)
    try {
      expect(await count()).toEqual(alone)
      const { code, out } = await preau(['doctor', '--json'])
      expect(code).toBe(0)
      const checks = checksOf(out)
      const wrong = Object.entries(checks).filter(([, check]) => check.state !== 'ok')
      expect(wrong.map(([name]) => name)).toEqual(['Mail'])
      expect(checks['Mail']?.state).toBe('warn')
      expect(await count()).toEqual(alone)
    } finally {
      await running.stop()
    }
  })

  test('doctor speaks to the mail server and ends with 3 when there is none', async () => {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as { port: number }
    const there = await preau(['doctor', '--json'], { SMTP_URL: `smtp://127.0.0.1:${port}` })
    expect([there.code, checksOf(there.out)['Mail']?.state]).toEqual([0, 'ok'])
    await new Promise<void>((resolve) => server.close(resolve))
    const gone = await preau(['doctor', '--json'], { SMTP_URL: `smtp://user:hunter2@127.0.0.1:${port}` })
    expect([gone.code, checksOf(gone.out)['Mail']?.state]).toEqual([3, 'fail'])
    expect(gone.out).not.toContain('hunter2')
  })
})
