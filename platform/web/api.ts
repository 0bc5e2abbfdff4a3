import type { BodyOf, ContractMap, ParamsOf, QueryOf, ResponseOf, RouteDefinition } from '#platform/shared/contract.ts'

/**
 * All routes of the product. `apps/web/contract.ts` merges the modules' contracts into it, types only:
 * not a byte of schema reaches the browser.
 */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface ApiContract {}

export type RouteKey = keyof ApiContract & string
type Route<K extends RouteKey> = ApiContract[K] extends RouteDefinition ? ApiContract[K] : never
export type ApiResponse<K extends RouteKey> = ResponseOf<Route<K>>

type Given<Name extends string, Value> = Value extends undefined
  ? { [N in Name]?: undefined }
  : Record<never, never> extends Value
    ? { [N in Name]?: Value | undefined }
    : { [N in Name]: Value }
type Uploads<R> = R extends { consumes: 'multipart' | 'csv' } ? { body: FormData | Blob } : Given<'body', BodyOf<R>>

export interface ApiOptions {
  signal?: AbortSignal | undefined
  /** The same key for the same intention, so that a second try has no second effect. */
  idempotencyKey?: string | undefined
}
type Args<R> = Given<'params', ParamsOf<R>> & Given<'query', QueryOf<R>> & Uploads<R> & ApiOptions
type Rest<A> = Record<never, never> extends A ? [args?: A] : [args: A]

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
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
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
  let answer: Response
  try {
    answer = await fetch(addressOf(path, args), init)
  } catch (error) {
    if (args.signal?.aborted) throw error
    throw new ApiError('offline', 0)
  }
  if (answer.ok) return answer.status === 204 ? undefined : answer.json()
  throw await errorOf(answer)
}

async function errorOf(answer: Response): Promise<ApiError> {
  // A proxy may answer with a page of its own.
  const body: unknown = await answer.json().catch(() => undefined)
  const error = (body as { error?: { code?: string; requestId?: string; data?: Record<string, unknown> } } | undefined)?.error
  const code = error?.code ?? (answer.status >= 502 && answer.status <= 504 ? 'unavailable' : 'unexpected')
  return new ApiError(code, answer.status, error?.requestId, error?.data)
}

/**
 * One call of the API: `api('GET /api/v1/posts/:id', { params, query, body, signal })`, checked against the
 * contract. Throws `ApiError`.
 */
export function api<K extends RouteKey>(key: K, ...[args]: Rest<Args<Route<K>>>): Promise<ApiResponse<K>> {
  return request(key, args as LooseArgs | undefined) as Promise<ApiResponse<K>>
}

export type { ContractMap }
