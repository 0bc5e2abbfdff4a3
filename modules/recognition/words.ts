/** What one thanks for: something concrete, never somebody in general. */
export const acts = ['answer', 'post', 'page', 'welcome', 'gathering', 'quiet'] as const
export type Act = (typeof acts)[number]
/** Where the receiver lets it be seen: on the wall, only where it was said, or nowhere. */
export const showings = ['wall', 'here', 'nowhere'] as const
export type Showing = (typeof showings)[number]
/** Acts for which nobody may have thanked yet. */
export const suggestedActs = ['answer', 'page', 'welcome', 'minutes', 'gathering', 'buddy'] as const
export type SuggestedAct = (typeof suggestedActs)[number]
/** Days without a word after which a person is suggested, and how far back their acts are looked at. */
export const quietDays = 90
