import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { closest } from '#platform/closest.ts'
import { StartError } from '#platform/start-error.ts'

const roles = ['all', 'web', 'worker'] as const
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** What the operator decides; everything else is decided by administrators in the product. docs/operating/configure.md */
export interface Config {
  readonly host: string
  readonly port: number
  /** Absolute. */
  readonly dataDir: string
  /** An external PostgreSQL; absent means the embedded one. */
  readonly databaseUrl?: string
  /** Origin people use, without a trailing slash. */
  readonly publicUrl: string
  readonly smtpUrl?: string
  /** An S3-compatible bucket for files, `https://key:secret@host/bucket?region=…`; absent means DATA_DIR/files. */
  readonly filesUrl?: string
  /** Largest video that may be sent, in megabytes; absent: `defaultVideoMegabytes`. */
  readonly videoMegabytes?: number
  /** Whether pages outside that people link to are fetched for a preview. */
  readonly linkPreviews: 'on' | 'off'
  /** Where answers and contributions by mail arrive; absent: none do. */
  readonly mailIn?: { readonly host: string; readonly port: number; readonly domain: string }
  /** Mails of one mailing that leave in a minute, at most. */
  readonly mailPerMinute?: number
  /** Of letters to many, to one mail domain; absent: as many as to all. */
  readonly mailPerMinutePerDomain?: number
  readonly role: (typeof roles)[number]
  readonly logLevel: (typeof logLevels)[number]
  /** Loopback port of the Prometheus metrics; 0 switches them off. */
  readonly metricsPort: number
  readonly env: 'production' | 'development' | 'test'
}

/** What `VIDEO_MB` is when nobody says otherwise. */
export const defaultVideoMegabytes = 200

/** Every variable, in the order the documentation lists them. */
export const variables = [
  'HOST',
  'PORT',
  'DATA_DIR',
  'DATABASE_URL',
  'PUBLIC_URL',
  'SMTP_URL',
  'MAIL_PER_MINUTE',
  'MAIL_PER_MINUTE_PER_DOMAIN',
  'MAIL_IN_PORT',
  'MAIL_IN_HOST',
  'MAIL_IN_DOMAIN',
  'FILES_URL',
  'VIDEO_MB',
  'LINK_PREVIEWS',
  'ROLE',
  'LOG_LEVEL',
  'METRICS_PORT',
] as const
type Variable = (typeof variables)[number]

/**
 * Reads the environment and, below it, the `.env` file of `cwd` (the real environment wins). An empty
 * value counts as absent. Throws a `StartError`, one sentence, at the first thing that is wrong.
 */
export function loadConfig(
  env: Record<string, string | undefined> = process.env,
  cwd: string = process.cwd(),
): Config {
  const file = readEnvFile(join(cwd, '.env'))
  refuseUnknown(
    Object.keys(env).filter((name) => name.startsWith('PREAU_')),
    'the environment',
  )
  refuseUnknown(
    Object.keys(file).filter((name) => name !== 'NODE_ENV'),
    '.env',
  )
  const get = (name: Variable | 'NODE_ENV'): string | undefined =>
    env[name]?.trim() || file[name]?.trim() || undefined

  const host = checkHost(get('HOST') ?? '127.0.0.1')
  const port = checkPort('PORT', get('PORT') ?? '3000', 1)
  const databaseUrl = checkUrl(
    'DATABASE_URL',
    get('DATABASE_URL'),
    ['postgres:', 'postgresql:'],
    'postgresql://user:password@host:5432/database',
  )
  const smtpUrl = checkUrl(
    'SMTP_URL',
    get('SMTP_URL'),
    ['smtp:', 'smtps:'],
    'smtp://user:password@mail.example.org:587',
  )
  const filesUrl = checkUrl(
    'FILES_URL',
    get('FILES_URL'),
    ['https:', 'http:'],
    'https://key:secret@s3.example.org/bucket?region=fr-par',
  )
  const publicUrl = checkPublicUrl(get('PUBLIC_URL')) ?? defaultPublicUrl(host, port)
  const mailInPort = checkPort('MAIL_IN_PORT', get('MAIL_IN_PORT') ?? '0', 0)
  return Object.freeze({
    host,
    port,
    dataDir: resolve(cwd, get('DATA_DIR') ?? 'data'),
    ...(databaseUrl && { databaseUrl }),
    publicUrl,
    ...(smtpUrl && { smtpUrl }),
    mailPerMinute: checkPerMinute('MAIL_PER_MINUTE', get('MAIL_PER_MINUTE') ?? '600'),
    ...(get('MAIL_PER_MINUTE_PER_DOMAIN') && {
      mailPerMinutePerDomain: checkPerMinute(
        'MAIL_PER_MINUTE_PER_DOMAIN',
        get('MAIL_PER_MINUTE_PER_DOMAIN')!,
      ),
    }),
    ...(mailInPort > 0 && {
      mailIn: {
        host: checkHost(get('MAIL_IN_HOST') ?? '127.0.0.1', 'MAIL_IN_HOST'),
        port: mailInPort,
        domain: checkMailDomain(get('MAIL_IN_DOMAIN') ?? new URL(publicUrl).hostname),
      },
    }),
    ...(filesUrl && { filesUrl }),
    videoMegabytes: checkVideoMegabytes(get('VIDEO_MB') ?? String(defaultVideoMegabytes)),
    linkPreviews: checkOneOf('LINK_PREVIEWS', get('LINK_PREVIEWS') ?? 'off', ['on', 'off'] as const),
    role: checkOneOf('ROLE', get('ROLE') ?? 'all', roles),
    logLevel: checkOneOf('LOG_LEVEL', get('LOG_LEVEL') ?? 'info', logLevels),
    metricsPort: checkPort('METRICS_PORT', get('METRICS_PORT') ?? '9464', 0),
    env: checkOneOf('NODE_ENV', get('NODE_ENV') ?? 'production', [
      'production',
      'development',
      'test',
    ] as const),
  })
}

/** The values in force by the name of their variable, passwords masked: fit for a screen or a log. */
export function describeConfig(config: Config): Record<Variable, string> {
  return {
    HOST: config.host,
    PORT: String(config.port),
    DATA_DIR: config.dataDir,
    DATABASE_URL: config.databaseUrl ? maskUrl(config.databaseUrl) : '(embedded PostgreSQL in DATA_DIR)',
    PUBLIC_URL: config.publicUrl,
    SMTP_URL: config.smtpUrl ? maskUrl(config.smtpUrl) : '(none: no mail is sent)',
    MAIL_PER_MINUTE: String(config.mailPerMinute ?? 600),
    MAIL_PER_MINUTE_PER_DOMAIN: config.mailPerMinutePerDomain
      ? String(config.mailPerMinutePerDomain)
      : '(no other limit)',
    MAIL_IN_PORT: config.mailIn ? String(config.mailIn.port) : '0 (off)',
    MAIL_IN_HOST: config.mailIn?.host ?? '127.0.0.1',
    MAIL_IN_DOMAIN: config.mailIn?.domain ?? '(the host of PUBLIC_URL)',
    FILES_URL: config.filesUrl ? maskUrl(config.filesUrl) : '(files in DATA_DIR/files)',
    VIDEO_MB: String(config.videoMegabytes ?? defaultVideoMegabytes),
    LINK_PREVIEWS: config.linkPreviews,
    ROLE: config.role,
    LOG_LEVEL: config.logLevel,
    METRICS_PORT: config.metricsPort === 0 ? '0 (off)' : String(config.metricsPort),
  }
}

/** The same URL with its password, and any parameter that looks like one, replaced by dots. */
export function maskUrl(text: string): string {
  try {
    const url = new URL(text)
    if (url.password) url.password = 'xxxxx'
    for (const name of url.searchParams.keys())
      if (/pass|secret|token|key/i.test(name)) url.searchParams.set(name, 'xxxxx')
    return url.href.replaceAll('xxxxx', '•••••')
  } catch {
    return '•••••'
  }
}

/** One sentence for an error of `listen`, saying what to do. */
export function explainListenError(
  error: NodeJS.ErrnoException,
  config: Pick<Config, 'host' | 'port'>,
  variable: 'PORT' | 'METRICS_PORT' = 'PORT',
): string {
  const { host, port } = config
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is already in use on ${host}: stop the program that uses it, or choose another with ${variable}=${port + 1}.`
  if (error.code === 'EACCES')
    return `Port ${port} is reserved to root: choose one above 1023 with ${variable}, and let a reverse proxy hold port ${port}.`
  if (error.code === 'EADDRNOTAVAIL')
    return `${host} is not an address of this machine: set HOST to one that is, or to 0.0.0.0 for all of them.`
  if (error.code === 'ENOTFOUND')
    return `The name ${host} in HOST is unknown: set HOST to an address of this machine, or to 0.0.0.0 for all of them.`
  return `Préau cannot listen on ${host}:${port}: ${error.message}.`
}

function readEnvFile(path: string): Record<string, string | undefined> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new StartError(
      `The file ${path} cannot be read (${(error as NodeJS.ErrnoException).code}): put its rights right or remove it.`,
    )
  }
  return parseEnv(text.replace(/^\uFEFF/, ''))
}

function refuseUnknown(names: string[], where: string): void {
  for (const name of names) {
    if ((variables as readonly string[]).includes(name)) continue
    const meant = closest(name.replace(/^PREAU_/, ''), variables)
    throw new StartError(
      `${name} in ${where} is not a setting of Préau${meant ? `; did you mean ${meant}?` : `: the settings are ${variables.join(', ')}.`}`,
    )
  }
}

function checkPort(name: Variable, text: string, lowest: 0 | 1): number {
  const value = Number(text)
  if (/^\d{1,5}$/.test(text) && value >= lowest && value <= 65535) return value
  throw new StartError(`${name} must be a whole number between ${lowest} and 65535; it is "${text}".`)
}

function checkPerMinute(name: Variable, text: string): number {
  const value = Number(text)
  if (/^\d{1,6}$/.test(text) && value >= 1) return value
  throw new StartError(`${name} must be a whole number between 1 and 999999; it is "${text}".`)
}

function checkVideoMegabytes(text: string): number {
  const value = Number(text)
  if (/^\d{1,4}$/.test(text) && value >= 1 && value <= 2000) return value
  throw new StartError(`VIDEO_MB must be a whole number of megabytes between 1 and 2000; it is "${text}".`)
}

/** A name with a dot: mail servers deliver to nothing else. */
function checkMailDomain(text: string): string {
  const domain = text.toLowerCase()
  if (/^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)+$/.test(domain) && !isIP(domain))
    return domain
  throw new StartError(
    `MAIL_IN_DOMAIN must be the domain that mail servers deliver to Préau, such as preau.example.org; it is "${text}".`,
  )
}

function checkHost(text: string, variable: 'HOST' | 'MAIL_IN_HOST' = 'HOST'): string {
  const host = text.replace(/^\[(.*)\]$/, '$1')
  if (isIP(host) || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(host)) return host
  throw new StartError(
    `${variable} must be an address or a name of this machine, such as 127.0.0.1 or 0.0.0.0; it is "${text}".`,
  )
}

function checkOneOf<const V extends string>(name: string, text: string, values: readonly V[]): V {
  const found = values.find((value) => value === text)
  if (found) return found
  throw new StartError(`${name} must be one of ${values.join(', ')}; it is "${text}".`)
}

function checkUrl(
  name: Variable,
  text: string | undefined,
  protocols: string[],
  example: string,
): string | undefined {
  if (text === undefined) return undefined
  // A URL whose host is left to `?host=/socket/folder` is valid for PostgreSQL and not for URL.
  const url = URL.parse(
    name === 'DATABASE_URL' ? text.replace('@/', '@localhost/').replace(':///', '://localhost/') : text,
  )
  if (
    url &&
    protocols.includes(url.protocol) &&
    url.hostname &&
    (name !== 'FILES_URL' || (url.username && url.password)) &&
    (!['DATABASE_URL', 'FILES_URL'].includes(name) || url.pathname.length > 1)
  )
    return text
  throw new StartError(`${name} must look like ${example}; it is "${maskUrl(text)}".`)
}

function checkPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new StartError(`PUBLIC_URL must look like https://preau.example.org; it is "${maskUrl(text)}".`)
  if (url.pathname !== '/' || url.search || url.hash || url.username)
    throw new StartError(
      `PUBLIC_URL must be an origin alone, such as ${url.origin}: Préau does not live under a path; it is "${maskUrl(text)}".`,
    )
  return url.origin
}

function defaultPublicUrl(host: string, port: number): string {
  const reachable = ['0.0.0.0', '127.0.0.1', '::', '::1'].includes(host)
    ? 'localhost'
    : isIP(host) === 6
      ? `[${host}]`
      : host
  return `http://${reachable}:${port}`
}
