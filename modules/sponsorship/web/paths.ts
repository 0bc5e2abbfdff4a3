export const promisesPath = (slug: string): string => `/communities/${slug}/promises`
export const minePath = '/me/sponsorship'
