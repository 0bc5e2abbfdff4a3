import { lookup as resolveName } from 'node:dns'
import { request as httpRequest } from 'node:http'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'
import type { LookupFunction, Socket } from 'node:net'

/** Why a page outside was not fetched; the message is for the log, never for a member. */
export class GuardRefusal extends Error {
  readonly reason: GuardReason
  constructor(reason: GuardReason, message: string) {
    super(message)
    this.name = 'GuardRefusal'
    this.reason = reason
  }
}
export type GuardReason = 'address' | 'scheme' | 'redirects' | 'size' | 'time' | 'type' | 'status' | 'network'

export interface GuardedOptions {
  /** Bytes of body read at most; beyond it the answer is cut (`cut: true`), or refused when `refuseLonger`. */
  maxBytes: number
  refuseLonger?: boolean
  /** For the whole exchange, redirects included. */
  timeoutMs: number
  /** Content types taken, by prefix: `text/html`, `image/`. */
  accept: readonly string[]
}
export interface GuardedAnswer {
  /** Where the redirects ended. */
  url: string
  contentType: string
  body: Buffer
  cut: boolean
}
/** Fetches what an author linked to. Rejects with `GuardRefusal`. */
export type GuardedFetch = (url: string, options: GuardedOptions) => Promise<GuardedAnswer>

// Everything that is not the public internet: IANA's special-purpose registries (RFC 6890 and its updates), with
// the forms that carry an IPv4 address inside an IPv6 one (mapped, NAT64, 6to4, Teredo).
const closed = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(net, bits, 'ipv4')
// Of IPv6 only what is allotted to the public, 2000::/3, is open, less these.
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  closed.addSubnet(net, bits, 'ipv6')
const allotted = new BlockList()
allotted.addSubnet('2000::', 3, 'ipv6')

/** Whether an address (`203.0.114.7`, `2a00::1`) belongs to the public internet; anything else is not ours to call. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  return family === 6 && allotted.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

const redirects = new Set([301, 302, 303, 307, 308])
const mostRedirects = 3

/**
 * The one client for addresses that come from what people write. An address is refused where it is literal, where
 * its name is looked up, and at the connected socket, on every hop: each of the three alone has been got round
 * (Node never calls `lookup` for a literal; a name may answer differently the second time).
 * No cookies, no credentials, no compression (a bomb unpacks nowhere), ports 80 and 443 alone.
 */
export function guardedFetch(
  isAllowed: (address: string, port: number) => boolean = (address, port) =>
    isPublicAddress(address) && (port === 80 || port === 443),
): GuardedFetch {
  return async (url, options) => {
    const signal = AbortSignal.timeout(options.timeoutMs)
    try {
      let next = check(url, isAllowed)
      for (let hop = 0; hop <= mostRedirects; hop++) {
        const answer = await open(next, options, signal, isAllowed)
        if (redirects.has(answer.statusCode ?? 0)) {
          answer.destroy()
          next = check(new URL(answer.headers.location ?? '', next).href, isAllowed)
          continue
        }
        return await read(answer, next, options)
      }
      throw new GuardRefusal('redirects', `more than ${mostRedirects} redirects`)
    } catch (error) {
      if (error instanceof GuardRefusal) throw error
      if (signal.aborted) throw new GuardRefusal('time', `no answer within ${options.timeoutMs} ms`)
      throw new GuardRefusal('network', error instanceof Error ? error.message : String(error))
    }
  }
}

type Allowed = (address: string, port: number) => boolean
const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80))
/** URL writes IPv6 hosts in brackets and turns decimal, octal and hexadecimal IPv4 into the usual form. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1')

function check(text: string, isAllowed: Allowed): URL {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    throw new GuardRefusal('scheme', 'not a plain http(s) address')
  const host = hostOf(url)
  if (isIP(host) && !isAllowed(host, portOf(url))) throw new GuardRefusal('address', `${host} is not public`)
  return url
}

function open(
  url: URL,
  options: GuardedOptions,
  signal: AbortSignal,
  isAllowed: Allowed,
): Promise<IncomingMessage> {
  const port = portOf(url)
  // A name that answers with any closed address is refused whole: which one would be taken is a matter of chance.
  const lookup: LookupFunction = (host, lookupOptions, done) =>
    resolveName(host, { ...lookupOptions, all: true }, (error, addresses) => {
      if (error) return done(error, '')
      const closedOne = addresses.find(({ address }) => !isAllowed(address, port))
      if (closedOne || addresses.length === 0)
        return done(new GuardRefusal('address', `${host} leads to ${closedOne?.address ?? 'nowhere'}`), '')
      if (lookupOptions.all) return done(null, addresses)
      return done(null, addresses[0]!.address, addresses[0]!.family)
    })
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
      url,
      {
        lookup,
        signal,
        agent: false,
        headers: {
          accept: options.accept.map((type) => (type.endsWith('/') ? `${type}*` : type)).join(', '),
          'accept-encoding': 'identity',
          'user-agent': 'Preau (link preview)',
        },
      } satisfies RequestOptions,
      resolve,
    )
    request.on('error', reject)
    request.on('socket', (socket: Socket) => {
      const refuse = () => {
        const address = socket.remoteAddress ?? ''
        if (!isAllowed(address.replace(/^::ffff:(?=\d+\.)/i, ''), port))
          socket.destroy(new GuardRefusal('address', `connected to ${address}`))
      }
      socket.once('connect', refuse)
    })
    request.end()
  })
}

async function read(answer: IncomingMessage, url: URL, options: GuardedOptions): Promise<GuardedAnswer> {
  const contentType = (answer.headers['content-type'] ?? '').toLowerCase()
  const refuse = (reason: GuardReason, message: string): never => {
    answer.destroy()
    throw new GuardRefusal(reason, message)
  }
  if (answer.statusCode !== 200) refuse('status', `status ${answer.statusCode}`)
  if (!options.accept.some((type) => contentType.startsWith(type))) refuse('type', `type ${contentType}`)
  if (answer.headers['content-encoding'] && answer.headers['content-encoding'] !== 'identity')
    refuse('type', 'compressed, though it was asked not to be')
  const chunks: Buffer[] = []
  let size = 0
  let cut = false
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    const room = options.maxBytes - size
    if (chunk.length > room) {
      if (options.refuseLonger) refuse('size', `more than ${options.maxBytes} bytes`)
      chunks.push(chunk.subarray(0, room))
      cut = true
      break
    }
    chunks.push(chunk)
    size += chunk.length
  }
  return { url: url.href, contentType, body: Buffer.concat(chunks), cut }
}
