export const tabs = [
  'plan',
  'board',
  'calendar',
  'journal',
  'radar',
  'promises',
  'pulse',
  'ambassadors',
  'trials',
  'kit',
] as const
export type Tab = (typeof tabs)[number]

export const programmesPath = '/programmes'
export const programmePath = (id: string, tab: Tab = 'plan', more: Record<string, string> = {}): string => {
  const query = new URLSearchParams({ ...(tab !== 'plan' && { tab }), ...more }).toString()
  return `/programmes/${id}${query ? `?${query}` : ''}`
}
export const listeningPath = (slug: string, themeId: string): string =>
  `/communities/${slug}/workbench/listening?theme=${themeId}`
export const problemPath = (slug: string): string => `/communities/${slug}/problem`
export const gatheringPath = (id: string): string => `/gatherings/${id}`
