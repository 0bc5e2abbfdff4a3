/** The module's screens over the demo company, for the tour. */
export const screens = (): string[] => ['/communities/maintenance/promises', '/me/sponsorship']
