import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context, MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import type { BodyOf, ContractMap, ParamsOf, QueryOf, ResponseOf, RouteDefinition } from '#platform/shared/contract.ts'

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

type Answer<R> = R extends { answers: 'file' | 'stream' } ? unknown : R extends { response: object } ? ResponseOf<R> | RawJson : void

type Handler<R> = (
  ctx: R extends { access: { kind: 'public' } } ? Context : MemberContext,
  input: RouteInput<R>,
) => Promise<Answer<R>>

/** One handler per route of the contract: a missing or superfluous one does not compile. */
export type Handlers<C extends ContractMap> = { [K in keyof C]: Handler<C[K]> }

export interface BoundRoute {
  method: string
  url: string
  definition: RouteDefinition
  handler: (ctx: Context, input: RouteInput<RouteDefinition>) => Promise<unknown>
}

/** Binds a contract to its handlers. */
export function serve<const C extends ContractMap>(contract: C, handlers: Handlers<C>): BoundRoute[] {
  return Object.entries(contract).map(([key, definition]) => {
    const [method, url] = key.split(' ')
    return {
      method: method!,
      url: url!,
      definition,
      handler: handlers[key as keyof C] as unknown as BoundRoute['handler'],
    }
  })
}
