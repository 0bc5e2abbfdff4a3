import type { SourceConversation } from './queries/conversation.ts'

const words = {
  fr: {
    problem: 'Problème',
    answer: 'Réponse',
    context: 'Contexte',
    known: 'Ce que l’on sait',
    conditions: 'Conditions et limites',
    conditionsHint:
      '*Quand cela s’applique, quand cela ne s’applique pas, ce qu’il faut vérifier avant. À compléter.*',
    sources: 'Sources',
    conversation: 'La conversation d’origine',
    alsoSays: 'Autre réponse',
    untitled: 'Fiche sans titre',
    toWrite: '*À écrire.*',
  },
  en: {
    problem: 'Problem',
    answer: 'Answer',
    context: 'Context',
    known: 'What is known',
    conditions: 'Conditions and limits',
    conditionsHint: '*When this applies, when it does not, what to check first. To be completed.*',
    sources: 'Sources',
    conversation: 'The original conversation',
    alsoSays: 'Another answer',
    untitled: 'Untitled page',
    toWrite: '*To be written.*',
  },
} as const

/** Headings of a text that is put below one of ours go down a level, so that the page keeps one outline. */
const lowered = (md: string): string => md.trim().replace(/^(#{1,4})(?=\s)/gm, '##$1')

/** Square brackets would end the words of a link. */
const inLink = (text: string): string =>
  text.replace(/[[\]\\`*_<>]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ')

/** The text that a page begins with: problem, answer, conditions, sources, from what was asked and answered. */
export function beginningOf(
  postId: string,
  conversation: SourceConversation,
): { title: string; bodyMd: string } {
  const w = words[conversation.language]
  const isQuestion = conversation.kind === 'question'
  const [first, ...others] = conversation.answers
  const title =
    conversation.title ??
    (conversation.bodyMd
      .split('\n')
      .map((line) => line.replace(/[#*_>`[\]]/g, '').trim())
      .find((line) => line !== '')
      ?.slice(0, 120) ||
      w.untitled)
  const parts = isQuestion
    ? [
        `## ${w.problem}\n\n${lowered(conversation.bodyMd)}`,
        `## ${w.answer}\n\n${first ? lowered(first.bodyMd) : w.toWrite}`,
        ...others.map((answer) => `### ${w.alsoSays}\n\n${lowered(answer.bodyMd)}`),
      ]
    : [
        `## ${w.context}\n\n${lowered(conversation.bodyMd)}`,
        `## ${w.known}\n\n${first ? conversation.answers.map((answer) => lowered(answer.bodyMd)).join('\n\n') : w.toWrite}`,
      ]
  return {
    title,
    bodyMd: [
      ...parts,
      `## ${w.conditions}\n\n${w.conditionsHint}`,
      `## ${w.sources}\n\n- [${inLink(conversation.title ?? w.conversation)}](post:${postId})`,
    ].join('\n\n'),
  }
}
