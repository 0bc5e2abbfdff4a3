export const newPollPath = (communityId?: string | null): string =>
  `/polls/new${communityId ? `?community=${communityId}` : ''}`
export const postPath = (postId: string): string => `/posts/${postId}`
export const gatheringPath = (gatheringId: string): string => `/gatherings/${gatheringId}`
