export const trialPath = (trialId: string, tab?: string): string =>
  `/trials/${trialId}${tab ? `?tab=${tab}` : ''}`
export const trialsPath = (slug: string): string => `/trials?community=${slug}`
export const filePath = (trialId: string): string => `/api/v1/trials/${trialId}/backlog-file`
