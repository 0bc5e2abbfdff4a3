import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  asked: '{who} vous propose de prendre la parole',
  swap: '{who} aimerait échanger son tour de parole avec vous',
  accepted: '{who} prend la parole comme proposé',
  declined: '{who} passe son tour cette fois',
  turnLead: 'Votre prise de parole est {lead, plural, one {dans un jour ouvré} other {dans # jours ouvrés}}',
  slotLead:
    'Un rendez-vous du calendrier est {lead, plural, one {dans un jour ouvré} other {dans # jours ouvrés}}',
} as const

export const en = {
  asked: '{who} asks you to speak',
  swap: '{who} would like to change turns with you',
  accepted: '{who} will speak as you asked',
  declined: '{who} lets this turn pass',
  turnLead: 'Your turn to speak is {lead, plural, one {one working day} other {# working days}} away',
  slotLead: 'A slot of the calendar is {lead, plural, one {one working day} other {# working days}} away',
} as const satisfies SameShape<typeof fr>
