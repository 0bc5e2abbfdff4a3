import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeConfig, explainListenError, loadConfig, variables } from '#platform/config.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const load = (env: Record<string, string>, file?: string) => {
  rmSync(join(folder, '.env'), { force: true })
  if (file !== undefined) writeFileSync(join(folder, '.env'), file)
  return loadConfig(env, folder)
}

describe('configuration', () => {
  test('has defaults for everything', () => {
    expect(load({})).toEqual({
      host: '127.0.0.1',
      linkPreviews: 'off',
      videoMegabytes: 200,
      mailPerMinute: 600,
      port: 3000,
      dataDir: join(folder, 'data'),
      publicUrl: 'http://localhost:3000',
      role: 'all',
      logLevel: 'info',
      metricsPort: 9464,
      env: 'production',
    })
    expect(Object.isFrozen(load({}))).toBe(true)
  })

  test('reads .env below the environment; an empty value is no value', () => {
    const config = load(
      { PORT: '4000', ROLE: '' },
      '\uFEFFPORT=5000\nROLE=worker\nHOST=0.0.0.0\n# note\nDATA_DIR="/srv/pré au"\n',
    )
    expect(config).toMatchObject({
      port: 4000,
      role: 'worker',
      host: '0.0.0.0',
      publicUrl: 'http://localhost:4000',
      dataDir: '/srv/pré au',
    })
  })

  test('derives the public address', () => {
    expect(load({ HOST: '[fd00::1]' }).publicUrl).toBe('http://[fd00::1]:3000')
    expect(load({ HOST: 'intranet.local', PORT: '80' }).publicUrl).toBe('http://intranet.local:80')
    expect(load({ PUBLIC_URL: 'https://preau.example.org/' }).publicUrl).toBe('https://preau.example.org')
  })

  test('receives mail only when a port is given', () => {
    expect(load({ MAIL_IN_PORT: '2525', PUBLIC_URL: 'https://preau.example.org' }).mailIn).toEqual({
      host: '127.0.0.1',
      port: 2525,
      domain: 'preau.example.org',
    })
    expect(load({ MAIL_IN_PORT: '0' }).mailIn).toBeUndefined()
  })

  test.each<[Record<string, string>, string]>([
    [{ VIDEO_MB: '0' }, 'VIDEO_MB must be a whole number of megabytes between 1 and 2000; it is "0".'],
    [{ MAIL_PER_MINUTE: '0' }, 'MAIL_PER_MINUTE must be a whole number between 1 and 999999; it is "0".'],
    [
      { MAIL_IN_PORT: '2525' },
      'MAIL_IN_DOMAIN must be the domain that mail servers deliver to Préau, such as preau.example.org; it is "localhost".',
    ],
    [
      { MAIL_IN_PORT: '2525', MAIL_IN_DOMAIN: 'a.b', MAIL_IN_HOST: 'http://x' },
      'MAIL_IN_HOST must be an address or a name of this machine, such as 127.0.0.1 or 0.0.0.0; it is "http://x".',
    ],
    [{ PORT: 'abc' }, 'PORT must be a whole number between 1 and 65535; it is "abc".'],
    [{ PORT: '0' }, 'PORT must be a whole number between 1 and 65535; it is "0".'],
    [{ PORT: '3000.5' }, 'PORT must be a whole number between 1 and 65535; it is "3000.5".'],
    [{ METRICS_PORT: '70000' }, 'METRICS_PORT must be a whole number between 0 and 65535; it is "70000".'],
    [{ ROLE: 'wroker' }, 'ROLE must be one of all, web, worker; it is "wroker".'],
    [
      { HOST: 'http://x' },
      'HOST must be an address or a name of this machine, such as 127.0.0.1 or 0.0.0.0; it is "http://x".',
    ],
    [
      { PUBLIC_URL: 'preau.example.org' },
      'PUBLIC_URL must look like https://preau.example.org; it is "•••••".',
    ],
    [
      { PUBLIC_URL: 'https://example.org/preau' },
      'PUBLIC_URL must be an origin alone, such as https://example.org: Préau does not live under a path; it is "https://example.org/preau".',
    ],
    [
      { DATABASE_URL: 'mysql://a:hunter2@b/c' },
      'DATABASE_URL must look like postgresql://user:password@host:5432/database; it is "mysql://a:•••••@b/c".',
    ],
    [
      { DATABASE_URL: 'postgresql://a:hunter2@b' },
      'DATABASE_URL must look like postgresql://user:password@host:5432/database; it is "postgresql://a:•••••@b".',
    ],
    [{ PREAU_PORT: '1' }, 'PREAU_PORT in the environment is not a setting of Préau; did you mean PORT?'],
  ])('%j stops the start with one sentence', (env, sentence) => {
    expect(() => load(env)).toThrow(expect.objectContaining({ name: 'StartError', message: sentence }))
  })

  test('refuses an unknown name in .env, not in the environment, which is full of others’', () => {
    expect(load({ DATABASE_ULR: 'x', PATH: '/bin' }).databaseUrl).toBeUndefined()
    expect(() => load({}, 'DATABASE_ULR=x')).toThrow(
      'DATABASE_ULR in .env is not a setting of Préau; did you mean DATABASE_URL?',
    )
    expect(() => load({}, 'SOMETHING_ELSE=x')).toThrow(/the settings are HOST, PORT, .*METRICS_PORT\.$/)
  })

  test('describes itself without secrets', () => {
    const text = JSON.stringify(
      describeConfig(
        load({
          DATABASE_URL: 'postgresql://u:hunter2@db/preau?sslpassword=hunter2',
          SMTP_URL: 'smtps://u:hunter2@mail',
        }),
      ),
    )
    expect(text).not.toContain('hunter2')
    expect(text).toContain('postgresql://u:•••••@db/preau?sslpassword=•••••')
  })

  test('is documented, every variable of it', () => {
    const guide = readFileSync(join(import.meta.dirname, '../docs/operating/configure.md'), 'utf8')
    expect(variables.filter((name) => !guide.includes(`| \`${name}\` |`))).toEqual([])
  })

  test('explains a taken port', () => {
    expect(
      explainListenError(Object.assign(new Error(), { code: 'EADDRINUSE' }), {
        host: '127.0.0.1',
        port: 3000,
      }),
    ).toBe(
      'Port 3000 is already in use on 127.0.0.1: stop the program that uses it, or choose another with PORT=3001.',
    )
  })
})
