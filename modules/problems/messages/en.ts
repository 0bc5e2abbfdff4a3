import type { SameShape } from '#platform/shared/i18n.ts'
import type fr from './fr.ts'

export default {
  title: 'Problem and indicator',
  archive: {
    values: 'Values you wrote down',
    interventions: 'Actions you noted',
    reviews: 'Reviews you did',
  },
} satisfies SameShape<typeof fr>
