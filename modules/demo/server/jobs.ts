import { organisationCreated } from '#modules/people/events.ts'
import { hasDemoPeople } from '#modules/people/public.ts'
import { listen } from '#platform/events/events.ts'
import { defineJob, enqueue } from '#platform/jobs/job.ts'
import { removeDemo } from './remove-demo.ts'

/** Loads the demo company; a second run finds it loaded and does nothing. */
export const loadDemoCompany = defineJob<Record<string, never>>({
  name: 'demo.loadDemoCompany',
  attempts: 3,
  timeout: 120,
  onFinalFailure:
    'the demo company is not loaded; load it with npm run -s preau -- demo load, which says why',
  async run(ctx) {
    if (await hasDemoPeople(ctx)) return
    // Loaded here: the story and its names (33 MB) are needed once, if ever.
    const { loadDemo } = await import('./load-demo.ts')
    await loadDemo(ctx)
  },
})

export const removeDemoCompany = defineJob<Record<string, never>>({
  name: 'demo.removeDemoCompany',
  attempts: 3,
  timeout: 120,
  onFinalFailure:
    'the demo company is still there; remove it with npm run -s preau -- demo remove, which says why',
  async run(ctx) {
    if (await hasDemoPeople(ctx)) await removeDemo(ctx)
  },
})

/** The set-up page asked for the demo company. */
export const loadDemoWithOrganisation = listen(organisationCreated, {
  name: 'demo.loadDemoWithOrganisation',
  async run(ctx, { payload }) {
    if (payload.loadDemo) await enqueue(ctx, loadDemoCompany, {}, { key: 'demo' })
  },
})
