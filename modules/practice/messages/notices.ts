import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  standIn: '{who} vous demande de prendre le relais pendant son absence',
  accepted: '{who} prend le relais pendant votre absence',
  declined: '{who} ne peut pas prendre le relais',
  given: '{who} vous remet sa fiche de passation',
  back: '{who} vous dit ce qui s’est passé pendant votre absence',
  sheet: '{who} partage sa fiche d’animation avec vous',
  sheets: 'Fiches d’animation',
  circle: 'Du nouveau dans votre cercle, par {who}',
} as const

export const en = {
  standIn: '{who} asks you to stand in during an absence',
  accepted: '{who} stands in during your absence',
  declined: '{who} cannot stand in',
  given: '{who} gives you the handover sheet',
  back: '{who} tells you what happened while you were away',
  sheet: '{who} shares a manager’s sheet with you',
  sheets: 'Managers’ sheets',
  circle: 'Something new in your circle, by {who}',
} as const satisfies SameShape<typeof fr>
