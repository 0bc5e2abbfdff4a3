import type { SameShape } from '#platform/shared/i18n.ts'
import type fr from './fr.ts'

export default {
  title: 'lifecycle',
} satisfies SameShape<typeof fr>
