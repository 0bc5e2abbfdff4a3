import { Type as T } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

export const refusals = declareRefusals({ demoAlreadyLoaded: 409, demoNotLoaded: 409 })

export const DemoState = T.Object({
  isLoaded: T.Boolean(),
  /** Loading or removing was asked for and is not finished. */
  isWorking: T.Boolean(),
})

export const contract = {
  'GET /api/v1/demo': defineRoute({
    summary: 'Whether the demo company is loaded',
    access: { kind: 'administrator' },
    response: DemoState,
  }),
  'POST /api/v1/demo': defineRoute({
    summary: 'Load the demo company: 200 people, seven communities, fourteen months',
    access: { kind: 'administrator' },
    response: DemoState,
  }),
  'DELETE /api/v1/demo': defineRoute({
    summary: 'Remove the demo company and all it holds',
    access: { kind: 'administrator' },
    response: DemoState,
  }),
} as const
export type Contract = typeof contract
