import { personalField, privacy, retention } from './registry.ts'

export default {
  title: 'Rapports',
  personalField: personalField.fr,
  privacy: privacy.fr,
  retention: retention.fr,
} as const
