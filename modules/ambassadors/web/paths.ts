export const ambassadorsPath = '/ambassadors'
export const minePath = '/ambassadors?view=mine'
export const programmePath = (id: string): string => `/ambassadors?programme=${id}`
