import { defineEvent } from '#platform/shared/events.ts'

/** The product drafted the report of a closed month: its managers have something to read again. */
export const reportDrafted = defineEvent<{ month: string }>('reportDrafted')
/** A report, or a correction of it, was published. */
export const reportPublished = defineEvent<{ month: string; version: number }>('reportPublished', {
  heardBy: 'readers',
})
/** Somebody is asked whether their words, or their name in a story, may be shown. */
export const voiceAsked = defineEvent<{ memberId: string; voiceId: string }>('voiceAsked', {
  heardBy: 'member',
})
/** They answered, or took their agreement back; for whoever asked. */
export const voiceAnswered = defineEvent<{ memberId: string; voiceId: string }>('voiceAnswered')
/** A half-year began without an assessment of maturity. */
export const assessmentDue = defineEvent<{ half: string }>('assessmentDue')
