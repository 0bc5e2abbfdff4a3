import { serve } from '#platform/http/serve.ts'
import type { BoundRoute } from '#platform/http/serve.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { Type as T } from 'typebox'

export const healthContract = {
  'GET /health': defineRoute({
    summary: 'The process answers.',
    access: { kind: 'public', because: 'asked by supervisors and balancers; says nothing about the content' },
    response: T.Object({ status: T.Literal('ok') }),
  }),
  'GET /ready': defineRoute({
    summary: 'The database answers; 503 otherwise and while stopping.',
    access: { kind: 'public', because: 'asked by supervisors and balancers; says nothing about the content' },
    response: T.Object({ status: T.Literal('ready') }),
  }),
} as const

/** A stopping server answers 503 on /ready so that a balancer sends its requests elsewhere. */
export interface Readiness {
  isStopping: boolean
}

export const healthRoutes = (readiness: Readiness): BoundRoute[] =>
  serve(healthContract, {
    'GET /health': () => Promise.resolve({ status: 'ok' as const }),
    async 'GET /ready'(ctx) {
      if (readiness.isStopping) throw new Refusal('unavailable')
      // Migrations are applied before the server listens: an answer of the database is what remains to be known.
      await ctx.tx.row('select 1')
      return { status: 'ready' as const }
    },
  })
