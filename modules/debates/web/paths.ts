export const debatesPath = (slug: string): string => `/communities/${slug}/debates`
export const debatePath = (id: string): string => `/debates/${id}`
export const benchPath = (slug: string): string => `/communities/${slug}/workbench/debates`
export const videoSrc = (debateId: string): string => `/api/v1/debates/${debateId}/video`
export const captionsSrc = (debateId: string, language: string): string =>
  `/api/v1/debates/${debateId}/captions/${language}`
