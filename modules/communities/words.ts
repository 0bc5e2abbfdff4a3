// Closed vocabularies of communities without a byte of schema, so that the browser may load them.
export const communityKinds = [
  'practice',
  'interest',
  'learning',
  'project',
  'process',
  'network',
  'ambassadors',
] as const
export const communityVisibilities = ['open', 'closed', 'secret'] as const
export const communityRoles = ['manager', 'moderator', 'expert', 'ambassador', 'sponsor'] as const
/** Stages that a manager declares; the two others follow from closing and archiving. */
export const declaredStages = [
  'opportunity',
  'framing',
  'preparing',
  'launched',
  'growing',
  'mature',
  'transforming',
  'dormant',
] as const
export const communityStages = [...declaredStages, 'closing', 'archived'] as const
