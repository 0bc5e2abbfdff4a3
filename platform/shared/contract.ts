import type { Static, TSchema } from 'typebox'

/**
 * Who may call a route, declared beside it. The server refuses to boot on a route without one, and the
 * permission matrix has a line for each value (see docs/mechanisms/permissions.md).
 *
 * - `public`: anyone, signed in or not; `because` says why that is right.
 * - `signedIn`: any active member or guest.
 * - `administrator`: people, policies and life cycle; never content.
 * - `community`: decided on the community named by the route or its object. `needs` is the ability that the
 *   policy checks: absent and invisible are 404, visible but not permitted is 403.
 * - `self`: only ever touches what belongs to the caller.
 */
export type Access =
  | { kind: 'public'; because: string }
  | { kind: 'signedIn' }
  | { kind: 'self' }
  | { kind: 'administrator' }
  | { kind: 'community'; needs: CommunityAbility }

export type CommunityAbility = 'see' | 'read' | 'participate' | 'moderate' | 'manage' | 'own'

export interface RouteDefinition {
  summary: string
  access: Access
  /** Path parameters: an object schema; every parameter is a string. */
  params?: TSchema
  query?: TSchema
  body?: TSchema
  /** Schema of the 200 answer. Absent = 204 without a body. */
  response?: TSchema
  /** Codes of the refusals that this route may answer, beside the general ones. */
  refusals?: readonly string[]
  /** `stream` and `file` routes write their own answer; they are documented, not validated. */
  answers?: 'json' | 'file' | 'stream'
  /**
   * `own`: the handler opens its transactions itself, because it waits for something slow (hashing a password,
   * encoding an image) that must not hold a database connection, or because a refusal must leave a trace.
   * Such routes take no Idempotency-Key.
   */
  transaction?: 'own'
  /** `multipart` routes read files through `request.parts()`. */
  consumes?: 'json' | 'multipart' | 'csv'
}

/** Keeps the literal type of one route so that client and server infer from the same object. */
export const defineRoute = <const R extends RouteDefinition>(route: R): R => route

/** A module's contract: `'METHOD /api/v1/path/:param'` → route. */
export type ContractMap = Record<string, RouteDefinition>

type Part<R, K extends string> = R extends Record<K, infer S extends TSchema> ? Static<S> : undefined
export type ParamsOf<R> = Part<R, 'params'>
export type QueryOf<R> = Part<R, 'query'>
export type BodyOf<R> = Part<R, 'body'>
export type ResponseOf<R> = Part<R, 'response'>
