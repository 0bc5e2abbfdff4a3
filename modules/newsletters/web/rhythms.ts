/** In the order in which they are offered. */
export const rhythms = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'free'] as const
/** What can be quoted, in the order of the side list. */
export const itemKinds = ['post', 'page', 'gathering', 'answer', 'report'] as const

/** How a thing to quote travels from the side list to the issue. */
export const itemType = 'application/x-preau-item'
