import type { SameShape } from '#platform/shared/i18n.ts'
import type fr from './fr.ts'

export default {
  title: 'debates',
} as const satisfies SameShape<typeof fr>
