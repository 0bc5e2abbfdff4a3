/** The module's screens over the demo company, for the tour. */
export const screens = async (): Promise<string[]> => [
  '/communities/maintenance/workbench/contributors',
  '/communities/maintenance/workbench/seeding',
]
