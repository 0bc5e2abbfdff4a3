export const boardPath = (slug: string): string => `/communities/${slug}/board`
export const programmePath = (slug: string): string => `/communities/${slug}/programme`
export const decisionsPath = (slug: string): string => `/communities/${slug}/decisions`
export const kindPath = (slug: string): string => `/communities/${slug}/workbench/kind`
/** Pages of other modules that a kind leads to. */
export const problemPath = (slug: string): string => `/communities/${slug}/workbench/problem`
export const lifePath = (slug: string): string => `/communities/${slug}/workbench/life`
export const pagePath = (pageId: string): string => `/pages/${pageId}`
export const gatheringPath = (id: string): string => `/gatherings/${id}`
