import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'

/** What listening keeps about a person: what they said of their own texts, what they were asked and promised. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'listeningTag',
    'id postId commentId tag author title excerpt language at',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.tag' },
    'text',
  ),
  ...fieldsOf(
    'listeningExcerpt',
    'id postId commentId author title text tag at quote isTold isRefused',
    { class: 'P', seenBy: ['moderators'], purpose: 'privacy.excerpt' },
    'text',
  ),
  ...fieldsOf(
    'listeningQuote',
    'id quote themeTitle community postId commentId state',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.quote' },
    'text',
  ),
  ...fieldsOf(
    'listeningCheck',
    'askedBy askedOn to by decision word',
    { class: 'V', seenBy: ['moderators', 'self'], purpose: 'privacy.check' },
    'community',
  ),
  ...fieldsOf(
    'listeningDecision',
    'id decider question due askedOn acceptedOn isLate handedBy handedReason',
    { class: 'V', seenBy: ['communityReaders', 'self'], purpose: 'privacy.decision' },
    'community',
  ),
  ...fieldsOf(
    'listeningAction',
    'id text owner due doneOn word firstDue moveReason isLate canChange',
    { class: 'V', seenBy: ['communityReaders', 'self'], purpose: 'privacy.action' },
    'community',
  ),
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = (await ctx.tx.row<
    Record<'tags' | 'excerpts' | 'quotes' | 'checks' | 'decisions' | 'actions', number>
  >(
    `select (select count(*)::int from listening.tag where member_id = $1) as tags,
            mine.excerpts, mine.quotes,
            (select count(*)::int from listening.theme_check where $1 in (asked_by, to_member_id, by_member_id)) as checks,
            (select count(*)::int from listening.decision where decider_id = $1) as decisions,
            (select count(*)::int from listening.action where owner_id = $1) as actions
       from (select count(*)::int as excerpts, count(e.quote)::int as quotes
               from listening.excerpt e join discussions.post p on p.id = e.post_id
               left join discussions.comment k on k.id = e.comment_id where coalesce(k.author_id, p.author_id) = $1) mine`,
    [memberId],
  ))!
  return {
    'listeningTag.tag': count(own.tags),
    'listeningExcerpt.text': count(own.excerpts),
    'listeningQuote.quote': count(own.quotes),
    'listeningCheck.by': count(own.checks),
    'listeningDecision.question': count(own.decisions),
    'listeningAction.text': count(own.actions),
  }
}

/** Screens that name people to those who hold a role here. */
export const personalScreens: readonly PersonalScreen[] = [
  {
    screen: 'listening',
    purpose: 'hear',
    seenBy: ['communityManagers', 'moderators'],
    fields: ['name', 'text', 'tag'],
  },
]
