export const fr = {
  thanked: '{name} vous remercie',
  reported: 'Un remerciement a été signalé',
  hidden: 'Votre remerciement a été retiré, avec la raison',
}
export const en: typeof fr = {
  thanked: '{name} thanks you',
  reported: 'A word of thanks was reported',
  hidden: 'Your word of thanks was taken away, with the reason',
}
