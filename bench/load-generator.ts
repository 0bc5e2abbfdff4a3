import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** What a round of requests showed; times in milliseconds. */
export interface Sample {
  latencies: number[]
  milliseconds: number
  /** Bytes of the last answer's body. */
  bytes: number
}

export interface RequestOptions {
  method?: 'GET' | 'POST'
  path: string
  cookie: string
  body?: string
}

/** A request as it goes over the wire, written once: the generator must not be what is measured. */
export function writeRequest({ method = 'GET', path, cookie, body }: RequestOptions): Buffer {
  const head = [`${method} ${path} HTTP/1.1`, 'host: localhost', `cookie: preau=${cookie}`, 'preau: 1']
  if (body !== undefined)
    head.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`)
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body ?? ''}`)
}

const endOfHead = Buffer.from('\r\n\r\n')

/** One keep-alive connection that sends a request and waits for the whole of its answer. */
class Connection {
  readonly #socket: Socket
  #received: Buffer[] = []
  #missing = -1
  #size = 0
  #done: ((body: Buffer) => void) | undefined
  #failed: ((error: Error) => void) | undefined

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1')
    this.#socket.setNoDelay(true)
    this.#socket.on('data', (chunk) => this.#take(chunk))
    this.#socket.on('error', (error) => this.#failed?.(error))
    this.#socket.on('close', () => this.#failed?.(new Error('the server closed the connection')))
  }

  /** The body of the answer; fails unless the status is 200. */
  send(request: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#done = resolve
      this.#failed = reject
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#failed = undefined
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk)
    if (this.#missing < 0) {
      const all = this.#received.length === 1 ? chunk : Buffer.concat(this.#received)
      this.#received = [all]
      const end = all.indexOf(endOfHead)
      if (end < 0) return
      const head = all.toString('latin1', 0, end)
      const length = /\r\ncontent-length: *(\d+)/i.exec(head)
      if (!head.startsWith('HTTP/1.1 200') || !length) {
        this.#failed?.(
          new Error(
            `the server answered ${head.split('\r\n')[0]} ${all.toString('utf8', end + 4).slice(0, 400)}`,
          ),
        )
        return
      }
      this.#size = Number(length[1])
      this.#missing = this.#size - (all.length - end - endOfHead.length)
    } else {
      this.#missing -= chunk.length
    }
    if (this.#missing > 0) return
    const all = Buffer.concat(this.#received)
    this.#received = []
    this.#missing = -1
    this.#done?.(all.subarray(all.length - this.#size))
  }
}

/** Sends one request and gives the body as text. */
export async function ask(port: number, request: Buffer): Promise<string> {
  const connection = new Connection(port)
  try {
    return (await connection.send(request)).toString()
  } finally {
    connection.close()
  }
}

/**
 * Sends requests one after the other on each of `connections` for `milliseconds`, going round the list from
 * `offset`. Every answer must be 200.
 */
export async function drive(
  port: number,
  requests: readonly Buffer[],
  options: { connections: number; milliseconds: number; offset?: number },
): Promise<Sample> {
  const latencies: number[] = []
  let next = options.offset ?? 0
  let bytes = 0
  const started = performance.now()
  const until = started + options.milliseconds
  await Promise.all(
    Array.from({ length: options.connections }, async () => {
      const connection = new Connection(port)
      try {
        for (let now = performance.now(); now < until;) {
          const body = await connection.send(requests[next++ % requests.length]!)
          const after = performance.now()
          latencies.push(after - now)
          bytes = body.length
          now = after
        }
      } finally {
        connection.close()
      }
    }),
  )
  return { latencies, milliseconds: performance.now() - started, bytes }
}

/** The value below which a share of the sorted values lies. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
