export const registerPath = '/register'
export const seenPath = '/me/seen'
