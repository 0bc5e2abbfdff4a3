import type { ServerModule } from '#platform/module.ts'
import type { Job } from '#platform/jobs/job.ts'
import { archiveDueCommunities } from '#modules/communities/server/jobs.ts'
import { ownData } from '#modules/communities/server/own-data.ts'
import { personalFields, personalScreens } from '#modules/communities/server/personal-fields.ts'
import { findPersonalValues } from '#modules/communities/server/queries/personal.ts'
import { routes } from '#modules/communities/server/routes.ts'

export const communitiesModule: ServerModule = {
  name: 'communities',
  ownData,
  routes,
  jobs: [archiveDueCommunities as Job],
  personalScreens,
  personalFields,
  personalValues: (ctx, memberId) => findPersonalValues(ctx.tx, memberId),
}
