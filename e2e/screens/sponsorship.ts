/** The module's screens over the demo company, for the tour. */
export const screens = async (): Promise<string[]> => ['/communities/maintenance/promises', '/me/sponsorship']
