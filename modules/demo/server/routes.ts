import { contract } from '#modules/demo/contract.ts'
import { hasDemoPeople } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'
import { serve } from '#platform/http/serve.ts'
import { enqueue, isQueued } from '#platform/jobs/job.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { loadDemoCompany, removeDemoCompany } from './jobs.ts'

const readState = async (ctx: Context) => ({
  isLoaded: await hasDemoPeople(ctx),
  isWorking: (await isQueued(ctx, loadDemoCompany)) || (await isQueued(ctx, removeDemoCompany)),
})

export const routes = serve(contract, {
  'GET /api/v1/demo': (ctx) => readState(ctx),
  'POST /api/v1/demo': async (ctx) => {
    if (await hasDemoPeople(ctx)) throw new Refusal('demoAlreadyLoaded')
    await enqueue(ctx, loadDemoCompany, {}, { key: 'demo' })
    return readState(ctx)
  },
  'DELETE /api/v1/demo': async (ctx) => {
    if (!(await hasDemoPeople(ctx))) throw new Refusal('demoNotLoaded')
    await enqueue(ctx, removeDemoCompany, {}, { key: 'demo' })
    return readState(ctx)
  },
})
