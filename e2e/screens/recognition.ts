/** The module's screens over the demo company, for the tour. */
export const screens = async (): Promise<string[]> => [
  '/communities/maintenance/workbench/thanks',
  '/communities/maintenance/thanks',
  '/me/thanks',
  '/me/thanks?part=given',
]
