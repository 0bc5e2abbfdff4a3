import { defineEvent } from '#platform/shared/events.ts'

/** To the person: somebody asks them to speak, or would change turns with them. */
export const turnAsked = defineEvent<{ memberId: string; turnId: string; slotId: string; isSwap: boolean }>(
  'turnAsked',
  { heardBy: 'member' },
)
/** To whoever asked: yes, not this time, or changed with somebody. */
export const turnAnswered = defineEvent<{ memberId: string; slotId: string; answer: string }>(
  'turnAnswered',
  {
    heardBy: 'member',
  },
)
/** To speaker and manager: a slot is so many working days away (7, 3, 1). */
export const slotReminded = defineEvent<{ slotId: string; lead: number; memberIds: string[] }>('slotReminded')
/** The calendar of a community changed; heard by whoever has it open. */
export const slotChanged = defineEvent<{ slotId: string }>('slotChanged')
