// What people are told.
export const fr = {
  proposed: 'On vous propose un engagement de sponsor\u202f; il ne vaut que si vous l’acceptez',
  agreed: 'L’engagement que vous avez proposé est accepté',
  declined: 'L’engagement que vous avez proposé n’est pas retenu',
  reminded:
    '{days, plural, =0 {Dernier jour} one {Encore un jour} other {Encore # jours}} pour un engagement\u00a0: rien n’est encore fait',
  help: 'Un sponsor n’a encore rien pu tenir ce mois-ci\u00a0: proposez votre aide, une question à lui confier par exemple',
  handed: 'On vous confie une question\u00a0: deux minutes suffisent',
  delegate: 'Vous pouvez préparer des textes pour un sponsor',
  draft: 'Un texte est prêt pour vous\u00a0: relisez-le et publiez-le vous-même',
  roomComing:
    'Le {day}, cette communauté devient une salle sans hiérarchie\u00a0: ni métier, ni entité, ni rang à côté des noms',
  roomEnding:
    'Le {day}, les métiers et les entités s’afficheront de nouveau à côté des noms dans cette communauté',
}
export const en: typeof fr = {
  proposed: 'A commitment as a sponsor is proposed to you; it counts only once you agree',
  agreed: 'The commitment that you proposed is agreed',
  declined: 'The commitment that you proposed is not taken up',
  reminded:
    '{days, plural, =0 {Last day} one {One day left} other {# days left}} for a commitment: nothing has been done yet',
  help: 'A sponsor could not keep anything yet this month: offer help, a question to hand over for instance',
  handed: 'A question is handed to you: two minutes are enough',
  delegate: 'You may prepare texts for a sponsor',
  draft: 'A text is ready for you: read it and publish it yourself',
  roomComing:
    'On {day} this community becomes a room without hierarchy: no job, no entity, no rank beside names',
  roomEnding: 'On {day} jobs and entities show again beside names in this community',
}
