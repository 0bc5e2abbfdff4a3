import type { Services } from '#platform/services.ts'

type Outside = { config: Pick<Services['config'], 'publicUrl'> }

const base = (services: Outside): string => services.config.publicUrl.replace(/\/$/, '')

export const invitationLink = (services: Outside, token: string): string =>
  `${base(services)}/invitation/${token}`
export const resetLink = (services: Outside, token: string): string => `${base(services)}/reset/${token}`
