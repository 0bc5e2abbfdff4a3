import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guardedFetch, isPublicAddress } from '#platform/http/guarded-fetch.ts'
import type { GuardedOptions, GuardRefusal } from '#platform/http/guarded-fetch.ts'

const options: GuardedOptions = { maxBytes: 1000, timeoutMs: 2000, accept: ['text/html'] }
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'fetched',
    (error: GuardRefusal) => error.reason,
  )

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['224.0.0.1', false],
  ['9.9.9.9', true],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['2001:db8::1', false],
  ['2620:fe::fe', true],
  ['localhost', false],
  ['', false],
])('%s: public %s', (address, expected) => expect(isPublicAddress(address)).toBe(expected))

describe('closed addresses, with a server behind them that would answer', () => {
  let server: Server
  let port: number
  let asked = 0
  beforeAll(async () => {
    server = createServer((_request, response) => {
      asked++
      response.setHeader('content-type', 'text/html').end('secret')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => new Promise((done) => server.close(done)))

  test.each([
    ['literal', '127.0.0.1'],
    ['decimal', '2130706433'],
    ['hexadecimal', '0x7f.1'],
    ['octal', '0177.0.0.1'],
    ['mapped', '[::ffff:127.0.0.1]'],
    ['loopback v6', '[::1]'],
    ['a name', 'localhost'],
    ['another port of the machine itself', '0.0.0.0'],
  ])('%s is refused before anything is sent', async (_how, host) => {
    expect(await reasonOf(guardedFetch()(`http://${host}:${port}/`, options))).toBe('address')
    expect(asked).toBe(0)
  })

  test('a name that changes its mind after the look-up is refused at the socket', async () => {
    let looks = 0
    const fetchOnce = guardedFetch(() => looks++ === 0)
    expect(await reasonOf(fetchOnce(`http://localhost:${port}/`, options))).toBe('address')
    expect(asked).toBe(0)
  })

  test('what is not plain http is refused', async () => {
    for (const url of [
      'file:///etc/passwd',
      'ftp://example.org/',
      'gopher://x',
      'javascript:alert(1)',
      'x',
      '',
    ])
      expect(await reasonOf(guardedFetch()(url, options))).toBe('scheme')
    expect(await reasonOf(guardedFetch()('http://user:pass@9.9.9.9/', options))).toBe('scheme')
  })
})

describe('a server that may be called', () => {
  const servers: Server[] = []
  const serve = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener)
    servers.push(server)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  afterAll(() => {
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  })
  const open = guardedFetch((address) => address === '127.0.0.1')

  test('a page comes back, cut or refused where it is too long', async () => {
    const url = await serve((_request, response) =>
      response.setHeader('content-type', 'text/html; charset=utf-8').end('x'.repeat(5000)),
    )
    expect(await open(url, options)).toMatchObject({ cut: true, contentType: 'text/html; charset=utf-8' })
    expect((await open(url, { ...options, maxBytes: 9000 })).body).toHaveLength(5000)
    expect(await reasonOf(open(url, { ...options, refuseLonger: true }))).toBe('size')
  })

  test('other types, statuses, compression and silence are refused', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/type') response.setHeader('content-type', 'application/pdf').end('x')
      if (request.url === '/status') response.writeHead(404, { 'content-type': 'text/html' }).end('x')
      if (request.url === '/bomb')
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('x')
    })
    expect(await reasonOf(open(`${url}/type`, options))).toBe('type')
    expect(await reasonOf(open(`${url}/status`, options))).toBe('status')
    expect(await reasonOf(open(`${url}/bomb`, options))).toBe('type')
    expect(await reasonOf(open(`${url}/silence`, { ...options, timeoutMs: 100 }))).toBe('time')
  })

  test('a redirect is followed, checked on every hop, and not for ever', async () => {
    const url = await serve((request, response) => {
      const to = { '/here': '/there', '/inside': 'http://169.254.169.254/latest', '/round': '/round' }[
        request.url ?? ''
      ]
      if (to) response.writeHead(302, { location: to }).end()
      else response.setHeader('content-type', 'text/html').end(request.headers.cookie ?? 'arrived')
    })
    expect(await open(`${url}/here`, options)).toMatchObject({
      url: `${url}/there`,
      body: Buffer.from('arrived'),
    })
    expect(await reasonOf(open(`${url}/inside`, options))).toBe('address')
    expect(await reasonOf(open(`${url}/round`, options))).toBe('redirects')
  })
})
