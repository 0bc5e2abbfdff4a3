import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  leader: '{who} vous confie la conduite de ce programme',
  coLeader: 'Vous conduisez ce programme avec d’autres, sur proposition de {who}',
  sponsor: '{who} vous demande de porter ce programme',
  sponsorYes: '{who} accepte de porter le programme',
  sponsorNo: '{who} ne portera pas le programme\u00a0: la place est à nouveau libre',
  card: '{who} vous confie\u00a0: {title}',
  due: '{title}\u00a0: {lead, plural, =0 {c’est aujourd’hui} one {c’est demain} other {c’est dans # jours}}',
  late: '{title}\u00a0: c’était il y a une semaine. Fait, à replacer, ou à refuser avec la raison',
  toframing: 'Le programme revient au cadrage',
  todesign: 'Le programme entre en conception',
  topilot: 'Le programme entre en essai',
  torollout: 'Le programme entre en déploiement',
  toanchoring: 'Le programme entre en ancrage',
  closed: 'Le programme s’achève\u00a0: ce que nous avons appris',
} as const

export const en = {
  leader: '{who} hands you the lead of this programme',
  coLeader: 'You lead this programme with others, as {who} proposed',
  sponsor: '{who} asks you to sponsor this programme',
  sponsorYes: '{who} agrees to sponsor the programme',
  sponsorNo: '{who} will not sponsor the programme: the place is free again',
  card: '{who} entrusts you with: {title}',
  due: '{title}: {lead, plural, =0 {it is today} one {it is tomorrow} other {it is in # days}}',
  late: '{title}: it was a week ago. Done, to be moved, or refused with the reason',
  toframing: 'The programme goes back to framing',
  todesign: 'The programme enters its design',
  topilot: 'The programme enters its pilot',
  torollout: 'The programme enters its roll-out',
  toanchoring: 'The programme enters its anchoring',
  closed: 'The programme comes to its end: what we learnt',
} as const satisfies SameShape<typeof fr>
