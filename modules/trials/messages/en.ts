import type { SameShape } from '#platform/shared/i18n.ts'
import type fr from './fr.ts'

export default {
  title: 'Trials',
  archive: {
    trials: 'Trials you take part in',
    trialResults: 'What you tried',
    trialPhotos: 'Photos of your trials',
    trialFeedback: 'What you said of a trial',
    trialIdeas: 'Your ideas',
    trialVotes: 'Your votes',
    trialVerdicts: 'Your answers to “does it work for you”',
  },
} as const satisfies SameShape<typeof fr>
