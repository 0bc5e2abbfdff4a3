import { noteAnswer, noteRefusal, recallAnswer } from './offline.ts'
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '#platform/shared/contract.ts'

/**
 * All routes of the product. `apps/web/contract.ts` merges the modules' contracts into it, types only:
 * not a byte of schema reaches the browser.
 */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface ApiContract {}

export type RouteKey = Extract<keyof ApiContract, string>
export type ApiResponse<K extends RouteKey> = ResponseOf<ApiContract[K]>

export interface ApiOptions {
  signal?: AbortSignal | undefined
  /** The same key for the same intention, so that a second try has no second effect. */
  idempotencyKey?: string | undefined
}
type PartName = 'params' | 'query' | 'body'
type PartOf<R, P extends PartName> = P extends 'params'
  ? ParamsOf<R>
  : P extends 'query'
    ? QueryOf<R>
    : R extends { consumes: 'multipart' | 'csv' }
      ? FormData | Blob
      : BodyOf<R>
/** Parts that the route has. */
type Taken<R> = { [P in PartName]: [PartOf<R, P>] extends [undefined] ? never : P }[PartName]
/** Parts that cannot be left out: something in them is required. */
type Needed<R> = { [P in Taken<R>]: Record<never, never> extends PartOf<R, P> ? never : P }[Taken<R>]
// Mapped rather than intersected per part: the compiler looks at all routes at the same time while it infers one,
// and an intersection of unions would multiply them.
type Args<R> = { [P in Needed<R>]: PartOf<R, P> } & {
  [P in Exclude<Taken<R>, Needed<R>>]?: PartOf<R, P> | undefined
} & ApiOptions
type Call<R> = [Needed<R>] extends [never] ? [args?: Args<R>] : [args: Args<R>]

/** What the server refused, or `offline` when it could not be reached (status 0). */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly requestId: string | undefined
  readonly data: Record<string, unknown>

  constructor(code: string, status: number, requestId?: string, data: Record<string, unknown> = {}) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.requestId = requestId
    this.data = data
  }
}

/** Random, 128 bits. `crypto.randomUUID` is missing on plain HTTP, which self-hosting allows. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

interface LooseArgs extends ApiOptions {
  params?: Record<string, string> | undefined
  query?: Record<string, unknown> | undefined
  body?: unknown
}

/** Fills `:name` parts and appends the query; arrays repeat their name. */
export function addressOf(path: string, { params, query }: Pick<LooseArgs, 'params' | 'query'>): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null) continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one))
  }
  const text = search.toString()
  return text ? `${filled}?${text}` : filled
}

/** The untyped call under `api`, for the few routes outside the contract map. */
export async function request(key: string, args: LooseArgs = {}): Promise<unknown> {
  const [method = 'GET', path = ''] = key.split(' ')
  const headers: Record<string, string> = { accept: 'application/json', 'x-requested-with': 'preau' }
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (args.signal) init.signal = args.signal
  if (method !== 'GET') headers['preau'] = '1'
  if (method === 'POST') headers['idempotency-key'] = args.idempotencyKey ?? newKey()
  if (args.body instanceof FormData || args.body instanceof Blob) init.body = args.body
  else if (args.body !== undefined) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(args.body)
  }
  // A small act arrives although the page is reloaded or left; a browser carries 64 KB of those, all together.
  if (
    method !== 'GET' &&
    (init.body === undefined || (typeof init.body === 'string' && init.body.length < 2_048))
  )
    init.keepalive = true
  const address = addressOf(path, args)
  const isRead = method === 'GET'
  let answer: Response
  try {
    answer = await fetch(address, init)
  } catch (error) {
    if (args.signal?.aborted) throw error
    const kept = isRead ? await recallAnswer(address) : undefined
    if (kept) return kept.body
    throw new ApiError('offline', 0)
  }
  if (answer.ok) {
    if (answer.status === 204) return undefined
    const body: unknown = await answer.json()
    if (isRead) noteAnswer(address, body)
    return body
  }
  if (isRead) noteRefusal(address, answer.status)
  throw await errorOf(answer)
}

async function errorOf(answer: Response): Promise<ApiError> {
  // A proxy may answer with a page of its own.
  const body: unknown = await answer.json().catch(() => undefined)
  const error = (
    body as { error?: { code?: string; requestId?: string; data?: Record<string, unknown> } } | undefined
  )?.error
  const code = error?.code ?? (answer.status >= 502 && answer.status <= 504 ? 'unavailable' : 'unexpected')
  return new ApiError(code, answer.status, error?.requestId, error?.data)
}

/**
 * One call of the API: `api('GET /api/v1/posts/:id', { params, query, body, signal })`, checked against the
 * contract. Throws `ApiError`.
 */
// NoInfer: the route comes from the key alone; inferring it from what the caller expects would try them all.
export function api<K extends RouteKey>(
  key: K,
  ...call: Call<ApiContract[K]>
): Promise<ApiResponse<NoInfer<K>>> {
  return request(key, (call as unknown[])[0] as LooseArgs | undefined) as Promise<ApiResponse<NoInfer<K>>>
}
