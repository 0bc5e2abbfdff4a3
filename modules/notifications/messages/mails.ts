import type { SameShape } from '#platform/shared/i18n.ts'

/** Words of the mails and pushes, in both languages; the browser never loads them. */
export const fr = {
  settings: 'Régler ce que je reçois',
  stop: 'Ne plus recevoir ces mails',
  notice: {
    in: '· dans la communauté',
    open: 'Ouvrir dans Préau',
    several: '{n, plural, one {# nouvelle pour vous} other {# nouvelles pour vous}}',
    reply: 'Vous pouvez répondre directement à ce mail.',
    why: 'Vous recevez ce mail parce que quelque chose vous attend dans Préau et que vous ne l’y avez pas encore vu.',
  },
  push: {
    several: '{n, plural, one {# nouvelle pour vous} other {# nouvelles pour vous}}',
  },
  digest: {
    subjectAll: '{n, plural, one {Votre résumé : une nouvelle} other {Votre résumé : # nouvelles}}',
    subjectOne: '{community} : {n, plural, one {une nouvelle} other {# nouvelles}}',
    heading: 'Ce qui s’est passé',
    needsYou: 'Ce qui vous attend',
    about: 'Ce qui vous concerne',
    more: '{n, plural, one {et une autre publication} other {et # autres publications}}',
    followed: 'Ce que vous suivez',
    by: '{title} ({name})',
    why: {
      daily: 'Vous recevez ce résumé chaque jour ouvré, à l’heure choisie dans vos réglages.',
      weekly: 'Vous recevez ce résumé chaque semaine, au jour et à l’heure choisis dans vos réglages.',
    },
  },
} as const

export const en = {
  settings: 'Choose what I receive',
  stop: 'Stop these mails',
  notice: {
    in: '· in the community',
    open: 'Open in Préau',
    several: '{n, plural, one {# thing is waiting for you} other {# things are waiting for you}}',
    reply: 'You can answer by replying to this mail.',
    why: 'You receive this mail because something is waiting for you in Préau and you have not seen it there yet.',
  },
  push: {
    several: '{n, plural, one {# thing is waiting for you} other {# things are waiting for you}}',
  },
  digest: {
    subjectAll: '{n, plural, one {Your digest: one piece of news} other {Your digest: # pieces of news}}',
    subjectOne: '{community}: {n, plural, one {one piece of news} other {# pieces of news}}',
    heading: 'What happened',
    needsYou: 'What is waiting for you',
    about: 'What concerns you',
    more: '{n, plural, one {and one more post} other {and # more posts}}',
    followed: 'What you follow',
    by: '{title} ({name})',
    why: {
      daily: 'You receive this digest every working day, at the hour chosen in your settings.',
      weekly: 'You receive this digest every week, on the day and at the hour chosen in your settings.',
    },
  },
} as const satisfies SameShape<typeof fr>
