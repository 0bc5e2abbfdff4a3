import { defineEvent } from '#platform/shared/events.ts'

// Ids only; whoever hears loads what they may see.
interface OfCampaign {
  campaignId: string
}
interface OfStory {
  storyId: string
}
interface OfChallenge {
  challengeId: string
}
const oneself = { heardBy: 'member' } as const

/** A community was asked to take part by whoever leads the campaign. */
export const campaignProposed = defineEvent<OfCampaign>('campaignProposed')
/** Somebody else leads it from now on. */
export const campaignHanded = defineEvent<OfCampaign & { memberId: string }>('campaignHanded', oneself)
/** A community takes part: conversations with the tag are looked for there. */
export const campaignJoined = defineEvent<OfCampaign>('campaignJoined')
export const campaignClosed = defineEvent<OfCampaign>('campaignClosed')
/** Somebody is asked about what names or pictures them. */
export const consentAsked = defineEvent<OfStory & { memberId: string }>('consentAsked', oneself)
/** For the author: somebody is no longer in the story (`no`, `withdrawn`, `expired`). */
export const personTakenOut = defineEvent<OfStory & { memberId: string; why: string }>(
  'personTakenOut',
  oneself,
)
/** For the author: everybody said yes, the story is shown. */
export const storyShown = defineEvent<OfStory & { memberId: string }>('storyShown', oneself)
/** For the author: an edited conversation was put back to what was agreed. */
export const storyPutBack = defineEvent<OfStory & { memberId: string }>('storyPutBack', oneself)
/** Somebody was chosen by jury or draw, and is asked whether they wish to be named. */
export const winnerAsked = defineEvent<OfChallenge & { memberId: string }>('winnerAsked', oneself)
/** Somebody was named to the jury. */
export const jurorNamed = defineEvent<OfChallenge & { memberId: string }>('jurorNamed', oneself)
