import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField } from '#platform/privacy/registry.ts'

/** An exceptional reading names who asked and who decided: they answer for it before those who were read. */
export const personalFields: readonly PersonalField[] = fieldsOf(
  'reading',
  'id askedBy decidedBy purpose reason hours askedAt state openedAt endsAt community communityId managers refusal tellAfterDays membersToldAt can',
  { class: 'V', seenBy: ['communityMembers', 'administrators'], purpose: 'privacy.reading' },
  'reading',
)
