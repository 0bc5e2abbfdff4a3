import { defineEvent } from '#platform/shared/events.ts'

// Ids only. What is heard by one person goes to `memberId` alone; who was quoted is never told to anybody else.
const readers = { heardBy: 'readers' } as const
const oneself = { heardBy: 'member' } as const

interface OfTheme {
  themeId: string
}
interface ToOne extends OfTheme {
  memberId: string
}

/** The author tagged a text, or took the tag away. */
export const textTagged = defineEvent<{ postId: string }>('textTagged', readers)
/** A second person is needed; `memberId` null: whoever else runs the community. */
export const checkAsked = defineEvent<OfTheme & { memberId: string | null }>('checkAsked')
/** For who asked: confirmed, or given back with a word. */
export const checkDone = defineEvent<ToOne & { decision: string }>('checkDone', oneself)
/** To an author: one sentence of yours is quoted without your name. */
export const quoteTold = defineEvent<ToOne & { excerptId: string }>('quoteTold', oneself)
/** An author does not want to be quoted. Who is not said. */
export const quoteRefused = defineEvent<OfTheme>('quoteRefused')
/** To the decision-maker, the first one or whom they named instead. */
export const decisionAsked = defineEvent<ToOne & { decisionId: string }>('decisionAsked', oneself)
export const decisionAccepted = defineEvent<OfTheme>('decisionAccepted')
/** For the managers: somebody else decides now. */
export const decisionHanded = defineEvent<OfTheme>('decisionHanded')
/** `day`: days since the date, negative before it. */
export const decisionReminded = defineEvent<ToOne & { decisionId: string; day: number }>(
  'decisionReminded',
  oneself,
)
/** The decision-maker answered; it waits for its publication. */
export const answerWritten = defineEvent<OfTheme>('answerWritten')
export const answerPublished = defineEvent<OfTheme & { postId: string }>('answerPublished', readers)
/** To whoever is named as the owner of something promised. */
export const actionPromised = defineEvent<ToOne & { actionId: string }>('actionPromised', oneself)
/** Something promised is done, or another date was given (`done: false`). */
export const actionChanged = defineEvent<OfTheme & { actionId: string; done: boolean }>(
  'actionChanged',
  readers,
)
export const themeClosed = defineEvent<OfTheme & { postId: string }>('themeClosed', readers)
