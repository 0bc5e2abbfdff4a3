export const registerPath = '/register'
export const readingsPath = '/admin/privacy'
export const seenHerePath = (slug: string): string => `/communities/${slug}/seen`
export const seenPath = '/me/seen'
