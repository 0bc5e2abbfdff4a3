export const newslettersPath = '/newsletters'
export const issuePath = (id: string): string => `/newsletters/${id}`
export const printPath = (id: string): string => `/newsletters/${id}?view=print`
export const editPath = (id: string): string => `/newsletters/${id}/edit`
