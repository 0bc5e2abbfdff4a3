export const campaignPath = (address: string, search?: Record<string, string>): string =>
  `/campaigns/${encodeURIComponent(address)}${search ? `?${new URLSearchParams(search)}` : ''}`
export const consentsPath = '/me/consents'
export const postPath = (postId: string): string => `/posts/${postId}`
export const videoSrc = (storyId: string): string => `/api/v1/stories/${storyId}/video`
export const captionsSrc = (storyId: string, language: string): string =>
  `/api/v1/stories/${storyId}/captions/${language}`
