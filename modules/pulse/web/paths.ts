export const pulsePath = (slug: string): string => `/communities/${slug}/pulse`
export const deskPath = (slug: string): string => `/communities/${slug}/workbench/pulse`
export const wavePath = (waveId: string): string => `/pulse/${waveId}`
export const themePath = (slug: string): string => `/communities/${slug}/heard`
