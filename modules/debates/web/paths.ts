export const debatesPath = (slug: string): string => `/communities/${slug}/debates`
export const debatePath = (id: string): string => `/debates/${id}`
export const benchPath = (slug: string): string => `/communities/${slug}/workbench/debates`
