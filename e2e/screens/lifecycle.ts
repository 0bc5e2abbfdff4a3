/** The module's screens over the demo company, for the tour. */
export const screens = async (): Promise<string[]> => [
  '/communities/wishes',
  '/communities/maintenance/life',
  '/communities/passage-gmao/life',
  '/communities/maintenance/workbench/life',
  '/communities/maintenance/workbench/life?part=canvas',
  '/communities/maintenance/workbench/life?part=reviews',
  '/communities/maintenance/workbench/life?part=closing',
  '/communities/maintenance/workbench/life?part=history',
]
