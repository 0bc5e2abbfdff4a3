import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  request: '{n, plural, one {{who} demande à entrer} other {# personnes demandent à entrer : {who}}}',
  accepted: 'Votre demande est acceptée, bienvenue',
  refused: 'Votre demande d’entrée n’a pas été acceptée',
  invited: '{who} vous invite à entrer',
  role: {
    manager: 'Vous animez désormais cette communauté',
    moderator: 'Vous modérez désormais cette communauté',
    expert: 'Vous êtes désormais expert de cette communauté',
    ambassador: 'Vous êtes désormais ambassadeur de cette communauté',
    sponsor: 'Vous parrainez désormais cette communauté',
    other: 'Vous avez un nouveau rôle',
  },
  charter: 'La charte a changé : à relire et à accepter pour continuer à écrire',
  visibility: {
    open: 'La communauté est désormais ouverte à tous les salariés',
    closed: 'La communauté est désormais fermée : on y entre sur demande',
    secret: 'La communauté est désormais secrète : seuls ses membres savent qu’elle existe',
  },
  closing: 'La communauté fermera le {day}',
} as const

export const en = {
  request: '{n, plural, one {{who} asks to join} other {# people ask to join: {who}}}',
  accepted: 'Your request is accepted, welcome',
  refused: 'Your request to join was not accepted',
  invited: '{who} invites you to join',
  role: {
    manager: 'You now manage this community',
    moderator: 'You now moderate this community',
    expert: 'You are now an expert of this community',
    ambassador: 'You are now an ambassador of this community',
    sponsor: 'You are now the sponsor of this community',
    other: 'You have a new role',
  },
  charter: 'The charter has changed: read and accept it to go on writing',
  visibility: {
    open: 'The community is now open to all employees',
    closed: 'The community is now closed: one asks to join',
    secret: 'The community is now secret: only its members know that it exists',
  },
  closing: 'The community will close on {day}',
} as const satisfies SameShape<typeof fr>
