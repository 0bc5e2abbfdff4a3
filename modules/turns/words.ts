/** Networks on which a company speaks; `other` for any page with an address. */
export const networks = [
  'linkedin',
  'instagram',
  'facebook',
  'youtube',
  'tiktok',
  'mastodon',
  'x',
  'intranet',
  'other',
] as const
export type Network = (typeof networks)[number]

/** When an item of the checklist is due. */
export const checkParts = ['before', 'during', 'end'] as const
export type CheckPart = (typeof checkParts)[number]

export const turnStates = ['planned', 'done', 'passed', 'returned'] as const
export type TurnState = (typeof turnStates)[number]

/** Most items of one checklist. */
export const maximumChecks = 30
