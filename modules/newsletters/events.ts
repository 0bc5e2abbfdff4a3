import { defineEvent } from '#platform/shared/events.ts'

/** Somebody writes a newsletter from now on. */
export const editorNamed = defineEvent<{ newsletterId: string; memberId: string }>('editorNamed')
/** Two days before the deadline, a local edition is not ready. */
export const editionDue = defineEvent<{ issueId: string; editionId: string }>('editionDue')
