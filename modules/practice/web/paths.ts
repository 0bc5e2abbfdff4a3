export const networkPath = (part: 'portfolio' | 'leaves' | 'circles' | 'templates'): string =>
  `/practice/${part}`
export const circlePath = (circleId: string): string => `/practice/circles?circle=${circleId}`
export const handoverPath = (leaveId: string): string => `/practice/leaves?leave=${leaveId}`
export const voicesPath = (slug: string): string => `/communities/${slug}/workbench/calendar?part=voices`
export const workbenchPath = (slug: string): string => `/communities/${slug}/workbench`
