import type { TemplateStep } from '#modules/moderation/contract.ts'
import type { LocalText } from '#platform/shared/local-text.ts'

/**
 * The texts that a step begins with, edited before they leave. `{name}`, `{article}` and `{title}` are filled in the
 * browser. They say what was seen and what is asked, never what somebody is.
 */
export const ourTemplates: Record<TemplateStep, LocalText> = {
  peer: {
    fr: 'Le ton de ce texte peut blesser. Un mot entre collègues passe souvent mieux qu’un message de l’animation : accepteriez-vous d’écrire à {name} ? Vous pouvez dire « pas cette fois » sans raison.',
    en: 'The tone of this text may hurt. A word between colleagues often lands better than a message from the people who run the community: would you write to {name}? You can say “not this time” without a reason.',
  },
  message: {
    fr: 'Bonjour {name}, votre texte a mis des personnes mal à l’aise. Notre charte dit, à l’article {article} : « {title} ». Je pense que ce n’était pas votre intention ; je vous écris pour que vous le sachiez, et je vous lis volontiers.',
    en: 'Hello {name}, your text made some people uncomfortable. Article {article} of our charter says: “{title}”. I do not think it was your intention; I am writing so that you know, and I am glad to read you.',
  },
  correction: {
    fr: 'Bonjour {name}, pourriez-vous reprendre ce passage ? L’article {article} de notre charte, « {title} », nous y engage tous. Votre idée a sa place ici ; la façon de la dire peut changer. Rien n’est masqué en attendant.',
    en: 'Hello {name}, could you reword this passage? Article {article} of our charter, “{title}”, binds us all. Your idea has its place here; the way of saying it can change. Nothing is hidden in the meantime.',
  },
  hide: {
    fr: 'Ce texte vise une personne plutôt qu’une idée, et il est resté tel quel après notre demande.',
    en: 'This text aims at a person rather than an idea, and it stayed as it was after we asked.',
  },
  pause: {
    fr: 'Après plusieurs échanges sur l’article {article}, une pause donne à chacun le temps de retrouver le calme. Vous pouvez lire ; la pause finit d’elle-même.',
    en: 'After several exchanges about article {article}, a pause gives everybody time to find calm again. You can read; the pause ends by itself.',
  },
  close: {
    fr: 'Merci d’avoir signalé ce texte. Nous avons parlé avec la personne.',
    en: 'Thank you for reporting this text. We have talked with the person.',
  },
}
