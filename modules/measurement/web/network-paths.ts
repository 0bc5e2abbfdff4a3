/** What has been published about a community's people; `view=network` opens the map. */
export const publishedPath = (slug: string, view?: 'network'): string =>
  `/communities/${slug}/published${view ? `?view=${view}` : ''}`
/** The form of a new gathering; the page belongs to gatherings. */
export const jointGatheringPath = (slug: string): string => `/gatherings/new?community=${slug}`
