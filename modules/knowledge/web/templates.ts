/** What a page may begin with. The texts are of the page's language, not of the interface's. */
const fr = {
  blank: '',
  procedure: `## Quand l’appliquer

## Ce qu’il faut

-

## Étapes

1.

## Comment vérifier

## Si cela ne marche pas
`,
  faq: `## Qui pose ces questions, et quand

## Première question\u202f?

Réponse courte, puis le détail.

## Deuxième question\u202f?

Réponse courte, puis le détail.
`,
  interview: `## Son parcours en quelques lignes

## Qu’est-ce que les autres viennent vous demander\u202f?

## Qu’est-ce que vous vérifiez toujours, sans y penser\u202f?

## Quelle panne ou quelle difficulté revient, et comment la reconnaissez-vous\u202f?

## Quelle erreur un débutant fait-il à coup sûr\u202f?

## Quelle règle écrite ne suivez-vous pas, et pourquoi\u202f?

## Quelle décision d’autrefois explique la situation d’aujourd’hui\u202f?

## Qui appeler, pour quoi\u202f?

## Où se trouvent les documents, les réglages, les pièces\u202f?

## Qu’auriez-vous aimé que l’on vous dise à votre arrivée\u202f?

## Que reste-t-il à faire, et qu’est-ce qui vous inquiète\u202f?
`,
}
const en: typeof fr = {
  blank: '',
  procedure: `## When to apply it

## What you need

-

## Steps

1.

## How to check

## If it does not work
`,
  faq: `## Who asks these questions, and when

## First question?

Short answer, then the detail.

## Second question?

Short answer, then the detail.
`,
  interview: `## Their path in a few lines

## What do others come and ask you?

## What do you always check, without thinking?

## Which failure or difficulty comes back, and how do you recognise it?

## Which mistake does a beginner make for certain?

## Which written rule do you not follow, and why?

## Which old decision explains today’s situation?

## Whom to call, for what?

## Where are the documents, the settings, the parts?

## What would you have liked to be told when you arrived?

## What remains to be done, and what worries you?
`,
}

export const templateNames = ['blank', 'procedure', 'faq', 'interview'] as const
export type TemplateName = (typeof templateNames)[number]
export const templates = { fr, en }

/** Whether a text is one of the templates as it came: it may then be replaced without losing a word. */
export const isUntouched = (bodyMd: string): boolean =>
  [...Object.values(fr), ...Object.values(en)].some((text) => text.trim() === bodyMd.trim())
