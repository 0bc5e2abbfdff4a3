import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context, MemberContext } from '#platform/context.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Services } from '#platform/services.ts'
import type {
  BodyOf,
  ContractMap,
  ParamsOf,
  QueryOf,
  ResponseOf,
  RouteDefinition,
} from '#platform/shared/contract.ts'

/** What a handler receives beside its context. */
export interface RouteInput<R> {
  params: ParamsOf<R>
  query: QueryOf<R>
  body: BodyOf<R>
  request: FastifyRequest
  reply: FastifyReply
  services: Services
}

/** JSON already built by PostgreSQL: passed on as text on the two or three hottest reads. */
export class RawJson {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Answer<R> = R extends { answers: 'file' | 'stream' }
  ? unknown
  : R extends { response: object }
    ? ResponseOf<R> | RawJson
    : void

type Handler<R> = (
  ctx: R extends { access: { kind: 'public' } } ? Context : MemberContext,
  input: RouteInput<R>,
) => Promise<Answer<R>>

/** One handler per route of the contract: a missing or superfluous one does not compile. */
export type Handlers<C extends ContractMap> = { [K in keyof C]: Handler<C[K]> }

/**
 * A hot read in its commonest form, without a query string: the session and the answer in one statement, as JSON
 * text. Undefined when the token opens no session (the ordinary way then says why), so that it must itself find the
 * person through `sessionMemberSql` of people and show nothing but what is theirs.
 */
type Shortcut = (tx: Tx, tokenHash: Buffer) => Promise<string | undefined>

export interface BoundRoute {
  method: string
  url: string
  definition: RouteDefinition
  shortcut?: Shortcut
  handler: (ctx: Context, input: RouteInput<RouteDefinition>) => Promise<unknown>
}

/** Binds a contract to its handlers; `shortcuts` are for the two or three hottest reads of what is the caller's own. */
export function serve<const C extends ContractMap>(
  contract: C,
  handlers: Handlers<C>,
  shortcuts: { [K in keyof C]?: Shortcut } = {},
): BoundRoute[] {
  return Object.entries(contract).map(([key, definition]) => {
    const [method, url] = key.split(' ')
    const shortcut = shortcuts[key as keyof C]
    if (shortcut && (method !== 'GET' || definition.access.kind !== 'self'))
      throw new Error(`${key} cannot have a shortcut: it is for reading what is the caller's own.`)
    return {
      ...(shortcut && { shortcut }),
      method: method!,
      url: url!,
      definition,
      handler: handlers[key as keyof C] as unknown as BoundRoute['handler'],
    }
  })
}
