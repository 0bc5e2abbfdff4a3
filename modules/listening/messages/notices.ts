// What people are told; a title (the theme's own) stands before each sentence.
export const fr = {
  check: 'Un thème d’écoute attend votre relecture',
  confirmed: 'Votre thème est relu\u00a0: vous pouvez le transmettre',
  returned: 'Votre thème vous revient avec un mot',
  quoted: 'Une phrase de vous est citée sans votre nom\u202f; vous pouvez refuser',
  refused: 'Une personne ne souhaite pas être citée\u202f; sa phrase est retirée',
  asked: 'On attend de vous une décision',
  reminded:
    '{when, select, before {Une décision est attendue de vous dans {day, plural, one {un jour} other {# jours}}} today {Une décision est attendue de vous aujourd’hui} other {Une décision est attendue de vous depuis {day, plural, one {un jour} other {# jours}}}}',
  accepted: 'La décision est prise en charge',
  handed: 'La décision passe à quelqu’un d’autre',
  answered: 'La réponse est là\u202f; il reste à la publier',
  published: 'Vous en aviez parlé\u00a0: voici la réponse',
  promised: 'Une action vous est confiée',
  done: 'Vous en aviez parlé\u00a0: une action promise est faite',
  moved: 'Vous en aviez parlé\u00a0: une action promise change de date',
  closed: 'Vous en aviez parlé\u00a0: ce thème s’arrête là, avec la raison',
}
export const en: typeof fr = {
  check: 'A listening theme waits for your second reading',
  confirmed: 'Your theme has been read twice: you may pass it on',
  returned: 'Your theme comes back with a word',
  quoted: 'One sentence of yours is quoted without your name; you may refuse',
  refused: 'Somebody does not want to be quoted; their sentence is gone',
  asked: 'A decision is asked of you',
  reminded:
    '{when, select, before {A decision is expected of you in {day, plural, one {one day} other {# days}}} today {A decision is expected of you today} other {A decision has been expected of you for {day, plural, one {one day} other {# days}}}}',
  accepted: 'The decision has been taken on',
  handed: 'Somebody else decides now',
  answered: 'The answer is here; it remains to be published',
  published: 'You spoke of it: here is the answer',
  promised: 'Something was promised in your name',
  done: 'You spoke of it: something promised is done',
  moved: 'You spoke of it: something promised has a new date',
  closed: 'You spoke of it: this theme ends here, with the reason',
}
