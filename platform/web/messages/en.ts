import type { SameShape } from '#platform/shared/i18n.ts'
import type fr from './fr.ts'

export default {
  couldNotShow: 'This part could not be shown',
  error: {
    offline: 'Préau does not answer. Check your connection; what you wrote is kept.',
    notFound: 'This does not exist, or is no longer open to you.',
    notPermitted: 'You cannot do this here.',
    notSignedIn: 'Your session has ended. Sign in again; what you wrote is kept.',
    invalidInput: 'Something is missing or has the wrong form. Check it, then try again.',
    conflict: 'Someone changed this in the meantime. Read the new version, then try again.',
    tooManyRequests: 'That was a lot in a short time. Wait a moment, then try again.',
    tooLarge: 'This file is too large.',
    unavailable: 'Préau is restarting. Try again in a moment.',
    unexpected: 'Something failed on our side. Nothing was lost; try again.',
  },
} as const satisfies SameShape<typeof fr>
