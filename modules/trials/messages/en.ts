import type { SameShape } from '#platform/shared/i18n.ts'
import type fr from './fr.ts'

export default {
  title: 'trials',
} as const satisfies SameShape<typeof fr>
