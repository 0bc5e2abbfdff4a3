import type { ServerModule } from '#platform/module.ts'

/** Every module of the server, lowest first; the only place that lists them. */
export async function loadModules(): Promise<ServerModule[]> {
  return [
    (await import('#modules/people/server/module.ts')).peopleModule,
    (await import('#modules/communities/server/module.ts')).communitiesModule,
    (await import('#modules/discussions/server/module.ts')).discussionsModule,
    (await import('#modules/knowledge/server/module.ts')).knowledgeModule,
    (await import('#modules/gatherings/server/module.ts')).gatheringsModule,
    (await import('#modules/polls/server/module.ts')).pollsModule,
    (await import('#modules/expertise/server/module.ts')).expertiseModule,
    (await import('#modules/search/server/module.ts')).searchModule,
    (await import('#modules/notifications/server/module.ts')).notificationsModule,
    (await import('#modules/moderation/server/module.ts')).moderationModule,
    (await import('#modules/problems/server/module.ts')).problemsModule,
    (await import('#modules/lifecycle/server/module.ts')).lifecycleModule,
    (await import('#modules/kinds/server/module.ts')).kindsModule,
    (await import('#modules/listening/server/module.ts')).listeningModule,
    (await import('#modules/recognition/server/module.ts')).recognitionModule,
    (await import('#modules/editorial/server/module.ts')).editorialModule,
    (await import('#modules/interchange/server/module.ts')).interchangeModule,
    (await import('#modules/practice/server/module.ts')).practiceModule,
    (await import('#modules/reports/server/module.ts')).reportsModule,
    (await import('#modules/privacy/server/module.ts')).privacyModule,
    (await import('#modules/workbench/server/module.ts')).workbenchModule,
    (await import('#modules/demo/server/module.ts')).demoModule,
    (await import('#modules/measurement/server/module.ts')).measurementModule,
  ]
}
