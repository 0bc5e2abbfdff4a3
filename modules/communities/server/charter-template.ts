import type { ArticleText } from '#modules/communities/server/queries/charter.ts'

/** A short, humane charter to start from: seven articles that can be quoted by number. */
export const charterTemplate: readonly ArticleText[] = [
  {
    title: { fr: 'Nous nous parlons comme dans une même pièce', en: 'We speak as if in the same room' },
    body: {
      fr: 'Nous écrivons ce que nous dirions en face, à quelqu’un que nous reverrons demain. Nous critiquons les idées, jamais les personnes.',
      en: 'We write what we would say face to face, to somebody we will meet again tomorrow. We criticise ideas, never people.',
    },
  },
  {
    title: { fr: 'Toute question est bienvenue', en: 'Every question is welcome' },
    body: {
      fr: 'Il n’y a pas de question naïve. Nous répondons à celle qui est posée, nous montrons où chercher, et nous remercions qui a posé la question que d’autres n’osaient pas poser.',
      en: 'There are no naive questions. We answer the one that was asked, show where to look, and thank whoever asked what others did not dare to.',
    },
  },
  {
    title: { fr: 'Nous partageons aussi ce qui n’a pas marché', en: 'We also share what did not work' },
    body: {
      fr: 'Un échec raconté épargne le même à d’autres. Personne n’est jugé ici pour avoir essayé.',
      en: 'A failure told spares others the same one. Nobody is judged here for having tried.',
    },
  },
  {
    title: { fr: 'Chacun participe à sa mesure', en: 'Everybody takes part in their own measure' },
    body: {
      fr: 'Lire est une façon d’être là. Personne n’a à se justifier de peu écrire, ni de ne pas répondre le soir ou en congé.',
      en: 'Reading is a way of being here. Nobody has to justify writing little, or not answering in the evening or on leave.',
    },
  },
  {
    title: { fr: 'Nous citons nos sources et nos collègues', en: 'We credit our sources and our colleagues' },
    body: {
      fr: 'Nous disons d’où vient une idée, un chiffre, un document. Nous remercions celles et ceux qui nous ont aidés.',
      en: 'We say where an idea, a figure or a document comes from. We thank those who helped us.',
    },
  },
  {
    title: { fr: 'Ce qui est confidentiel le reste', en: 'What is confidential stays so' },
    body: {
      fr: 'Nous n’écrivons rien ici que les membres de la communauté ne devraient pas lire : données personnelles, secrets d’un client, affaires d’une équipe. Dans le doute, nous demandons avant.',
      en: 'We write nothing here that members of the community should not read: personal data, a customer’s secrets, a team’s private matters. In doubt, we ask first.',
    },
  },
  {
    title: {
      fr: 'Nous réglons les désaccords entre nous, puis avec de l’aide',
      en: 'We settle disagreements between us, then with help',
    },
    body: {
      fr: 'Un mot en privé suffit souvent. Sinon, l’équipe d’animation aide, en citant l’article en cause, et chacun peut demander un second avis à une autre personne. Cette charte est relue ensemble chaque année.',
      en: 'A private word is often enough. If not, the community managers help, quoting the article at stake, and anybody may ask somebody else for a second opinion. We read this charter again together every year.',
    },
  },
]
