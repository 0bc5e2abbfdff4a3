import { defineEvent } from '#platform/shared/events.ts'

/** A manager named somebody as the one who will answer. Requests for a look are `answerAsked` of expertise. */
export const memberAsked = defineEvent<{ memberId: string; postId: string }>('memberAsked', {
  heardBy: 'member',
})
/** Somebody was greeted, or given a buddy. */
export const newcomerWelcomed = defineEvent<{ memberId: string }>('newcomerWelcomed')
/** A card was handed to another manager, or came back to the one who gave it. */
export const cardHanded = defineEvent<{ memberId: string; byMemberId: string; isBack: boolean }>(
  'cardHanded',
  { heardBy: 'member', tells: ['memberId'] },
)
/** Another manager put a card away for everybody, or took that back. */
export const cardsChanged = defineEvent<{ memberId: string }>('cardsChanged', { heardBy: 'member' })
/** Somebody is asked to accompany a newcomer. */
export const buddyAsked = defineEvent<{ memberId: string; newcomerId: string }>('buddyAsked', {
  heardBy: 'member',
})
/** A buddy said yes: the newcomer has somebody. */
export const buddyFound = defineEvent<{ memberId: string; buddyId: string }>('buddyFound', {
  heardBy: 'member',
})
/** A newcomer thanked their buddy, whose part is over. */
export const buddyThanked = defineEvent<{ memberId: string; newcomerId: string }>('buddyThanked', {
  heardBy: 'member',
})
/** Somebody is invited to open a subject. */
export const openingAsked = defineEvent<{ memberId: string; openingId: string }>('openingAsked', {
  heardBy: 'member',
})
/** A question asked next door was answered there; told to whoever waits for it. */
export const answeredNextDoor = defineEvent<{ postId: string; sharedPostId: string; byMemberId: string }>(
  'answeredNextDoor',
)
