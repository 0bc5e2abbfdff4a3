import type { SameShape } from '#platform/shared/i18n.ts'
import type fr from './fr.ts'
import { personalField, privacy, retention } from './registry.ts'

export default {
  title: 'Reports',
  personalField: personalField.en,
  privacy: privacy.en,
  retention: retention.en,
} as const satisfies SameShape<typeof fr>
