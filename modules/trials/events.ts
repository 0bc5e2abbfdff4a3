import { defineEvent } from '#platform/shared/events.ts'

/** A trial takes testers. */
export const trialOpened = defineEvent<{ trialId: string }>('trialOpened')
/** An idea was proposed. */
export const ideaProposed = defineEvent<{ trialId: string; ideaId: string; isByLeader: boolean }>(
  'ideaProposed',
)
/** Where an idea stands has changed; heard by its authors. */
export const ideaMoved = defineEvent<{ trialId: string; ideaId: string; status: string }>('ideaMoved')
/** An idea became part of another; `memberIds` are its authors. */
export const ideaMerged = defineEvent<{ trialId: string; ideaId: string; memberIds: string[] }>('ideaMerged')
/** Ideas were delivered together; everybody who had a part is thanked once. */
export const ideasDelivered = defineEvent<{ trialId: string; deliveryId: string }>('ideasDelivered')
/** A week later: does it work for you? */
export const verdictsAsked = defineEvent<{ trialId: string; deliveryId: string }>('verdictsAsked')
