import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  readings: 'Lectures exceptionnelles',
  asked: '{who} demande une lecture exceptionnelle\u00a0: il faut une deuxième personne pour décider',
  opened: 'Votre demande de lecture exceptionnelle est acceptée, et limitée dans le temps',
  refused: 'Votre demande de lecture exceptionnelle est refusée, avec la raison',
  managers:
    'Votre communauté est ouverte en lecture, exceptionnellement, à {who}\u00a0: le motif et la durée sont sur sa page',
  members:
    'Votre communauté a été lue exceptionnellement par {who}\u00a0: le motif et les dates sont sur sa page',
} as const

export const en = {
  readings: 'Exceptional readings',
  asked: '{who} asks for an exceptional reading: a second person has to decide',
  opened: 'Your request for an exceptional reading is accepted, for a limited time',
  refused: 'Your request for an exceptional reading is refused, with the reason',
  managers: 'Your community is open to be read by {who}, exceptionally: why and for how long is on its page',
  members: 'Your community was read by {who}, exceptionally: why and when is on its page',
} as const satisfies SameShape<typeof fr>
