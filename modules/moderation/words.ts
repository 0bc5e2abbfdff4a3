// Words of the contract that the browser needs as values, without the weight of the schemas.

/** Outcomes that who decides says; the others happen. */
export const saidOutcomes = ['unfounded', 'talked', 'corrected'] as const
export const templateSteps = ['peer', 'message', 'correction', 'hide', 'pause', 'close'] as const
