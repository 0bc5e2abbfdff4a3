/** The seven ways in which a change fails, in the order in which they are worked on. */
export const vectors = ['vision', 'sponsor', 'actions', 'mobilisation', 'field', 'time', 'depth'] as const
export type Vector = (typeof vectors)[number]
export const vectorStates = ['unknown', 'watch', 'failing', 'cleared'] as const
export type VectorState = (typeof vectorStates)[number]
/** What only people know. */
export const askedQuestions = ['pinnedWhy', 'ambassadorTime', 'fieldSource'] as const
export type AskedQuestion = (typeof askedQuestions)[number]
/** Days after which a dated answer no longer counts. */
export const answerDays = 90
/** Days for which a story, a review counts. */
export const evidenceDays = 180
export const neededStories = 3
export const neededInterviews = 5
/** An element of the ADKAR pulse at 3 or less holds a change back. */
export const awarenessAt = 3
export const mobilisedFrom = 0.6
/** Days without a public act of the sponsor. */
export const sponsorDays = 28
