import { supplyWorkbenchFacts } from '#modules/practice/public.ts'
import type { ServerModule } from '#platform/module.ts'
import { forgetOldDecisions } from './jobs.ts'
import { listeners } from './listeners.ts'
import { workbenchSource } from './notices.ts'
import { personalFields, readPersonalValues, personalScreens } from './personal-fields.ts'
import { ownData } from './own-data.ts'
import { countOverrides, listOpenNewcomers, listOpenQuestions } from './queries/handover.ts'
import { routes } from './routes.ts'

// A manager's sheet and a handover name what only the workbench knows; practice, below, is handed it.
supplyWorkbenchFacts({
  countOverrides: (ctx, communityId, memberId, from) => countOverrides(ctx.tx, communityId, memberId, from),
  listOpenItems: async (ctx, communityId) => ({
    questions: await listOpenQuestions(ctx.tx, communityId),
    newcomers: await listOpenNewcomers(ctx.tx, communityId, ctx.now),
  }),
})

export const workbenchModule: ServerModule = {
  name: 'workbench',
  ownData,
  routes,
  jobs: [forgetOldDecisions],
  listeners: [...listeners, ...workbenchSource.listeners],
  personalScreens,
  personalFields,
  personalValues: readPersonalValues,
}
