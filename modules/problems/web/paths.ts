/** The problem, for whoever reads the community. */
export const problemPath = (slug: string): string => `/communities/${slug}/problem`
export const valuesFile = (slug: string): string => `/api/v1/communities/${slug}/problem/file`
