import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  standIn: '{who} vous demande de prendre le relais pendant son absence',
  accepted: '{who} prend le relais pendant votre absence',
  declined: '{who} ne peut pas prendre le relais',
  given: '{who} vous remet sa fiche de passation',
  back: '{who} vous dit ce qui s’est passé pendant votre absence',
  circle: 'Du nouveau dans votre cercle, par {who}',
} as const

export const en = {
  standIn: '{who} asks you to stand in during an absence',
  accepted: '{who} stands in during your absence',
  declined: '{who} cannot stand in',
  given: '{who} gives you the handover sheet',
  back: '{who} tells you what happened while you were away',
  circle: 'Something new in your circle, by {who}',
} as const satisfies SameShape<typeof fr>
