import type { SameShape } from '#platform/shared/i18n.ts'
import type fr from './fr.ts'
import { registry } from './registry-en.ts'
import { screens } from './screens-en.ts'

export default {
  ...registry,
  ...screens,
  title: 'Ambassadors',
  refusal: {
    ambassadorProgrammeNotFound: 'This programme is no longer there.',
    mandateNotFound: 'This mandate is no longer there.',
    ambassadorMeetingNotFound: 'This meeting is no longer there.',
    contributionNotFound: 'This line is no longer in your record.',
    attestationNotFound: 'This certificate is no longer there.',
    agreementNotFound: 'This link has been used or is no longer valid. Ask your colleague for a new one.',
    alreadyInProgramme: 'This person is in the programme already, or proposed already.',
    memberNotAvailable: 'This person cannot be chosen.',
    ambassadorProgrammeClosed: 'This programme is closed.',
    notThisState: 'Somebody has moved it on meanwhile. The page is up to date again.',
    notYetConsented: 'The person proposed has not said yes yet. They have a message.',
    inductionIncomplete: 'The induction is not complete. The missing steps stand on the card.',
    renewedOnce: 'A mandate is renewed once, then others take their turn.',
    mandateNotOver: 'The mandate has not come to its end. Propose a talk.',
    talkNotDue: 'Nothing calls for a talk: it takes two quarters under the minimum, declared absences aside.',
    talkNotHeld: 'Note first that the talk was held.',
    exitIncomplete: 'The talk, the thank-you text or the person’s own announcement is missing.',
    launchIncomplete: 'The launch waits for a published charter and a kick-off with at least 60% present.',
    seatsBelowTaken: 'More seats are taken than that.',
    charterMissing: 'No charter has been published yet.',
    notTheirStep: 'This step is the other person’s.',
    managerAddressRefused: 'Give the work address of your line manager, in the company.',
    askedTooOften: 'Three requests a day are enough. Try again tomorrow.',
    nothingChosen: 'Choose at least one line.',
    scopeMissing: 'Place the programme under a community or a change programme.',
    notPermitted: {
      ambassadorLeadersOnly: 'Only those who lead this programme can do this.',
    },
  },
} as const satisfies SameShape<typeof fr>
