import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'

/** What recognition keeps about a person: words given and received, and the wish not to be suggested. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'thanks',
    'id community giver receiver text language act postId commentId pageId about isPrivate at isEdited showing hiddenReason can',
    { class: 'P', seenBy: ['communityReaders', 'self'], purpose: 'privacy.thanks' },
    'untilTakenBack',
  ),
  ...fieldsOf(
    'toThank',
    'member for sinceDays',
    { class: 'P', seenBy: ['communityManagers'], purpose: 'privacy.toThank' },
    'notKept',
  ),
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = (await ctx.tx.row<{ received: number; given: number; acts: number }>(
    `select (select count(*)::int from recognition.thanks where receiver_id = $1) as received,
            (select count(*)::int from recognition.thanks where giver_id = $1) as given,
            (select count(*)::int from recognition.act where member_id = $1) as acts`,
    [memberId],
  ))!
  return {
    'thanks.receiver': count(own.received),
    'thanks.giver': count(own.given),
    'toThank.for': count(own.acts),
  }
}

/** Screens that name people to those who hold a role here. */
export const personalScreens: readonly PersonalScreen[] = [
  { screen: 'thanks', purpose: 'thank', seenBy: ['communityManagers'], fields: ['name', 'text'] },
  {
    screen: 'thanks',
    purpose: 'moderate',
    seenBy: ['communityManagers', 'moderators'],
    fields: ['name', 'text'],
  },
]
