import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField } from '#platform/privacy/registry.ts'

/** What asking about one's own data leaves. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'archive',
    'state askedAt size expiresAt',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.archive' },
    'week',
  ),
  ...fieldsOf(
    'erasure',
    'dueAt texts toHandOver isLastAdministrator',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.erasure' },
    'week',
  ),
]
