/** The module's screens over the demo company, for the tour. */
export const screens = (): string[] => [
  '/search?q=roulemant',
  '/search?q=consignation%20four&kind=page',
  '/search?q=hydroglisseur',
  '/communities/maintenance/workbench/unanswered-searches',
]
