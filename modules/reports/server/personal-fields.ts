import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'
import { countOwnTraces } from './queries/personal.ts'

const managers = { class: 'V', seenBy: ['communityManagers', 'self'] } as const
const members = { class: 'P', seenBy: ['communityMembers', 'self'] } as const

/** What reports keep about a person: words they agreed to lend, stories that name them, what they wrote as a manager. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'reportVoice',
    'id quote state author postId',
    { ...members, purpose: 'privacy.voice' },
    'voice',
  ),
  ...fieldsOf(
    'reportDecision',
    'kind id text owner due askedOn isLate answer answeredOn',
    { ...members, purpose: 'privacy.decision' },
    'report',
  ),
  ...fieldsOf('storyPerson', 'id state member', { ...members, purpose: 'privacy.story' }, 'voice'),
  ...fieldsOf(
    'valueStory',
    'id cycle what language evidenceUrl hours indicator happenedOn quarter toldBy people isShared',
    { ...members, purpose: 'privacy.story' },
    'voice',
  ),
  ...fieldsOf(
    'reportVersion',
    'number at by publishedAt note texts',
    { ...managers, purpose: 'privacy.version' },
    'report',
  ),
  ...fieldsOf(
    'quotable',
    'postId commentId title text author at',
    { class: 'P', seenBy: ['communityManagers', 'self'], purpose: 'privacy.quotable' },
    'notKept',
  ),
  ...fieldsOf(
    'askedVoice',
    'id kind community month text postId askedBy askedAt state shownAs isPublished',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.asked' },
    'voice',
  ),
  ...fieldsOf(
    'assessment',
    'id half at assessor levels actions',
    { ...members, purpose: 'privacy.assessment' },
    'report',
  ),
  ...fieldsOf(
    'communityExport',
    'id askedAt askedBy reason parts formats state size expiresAt isMine',
    { ...managers, purpose: 'privacy.export' },
    'export',
  ),
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await countOwnTraces(ctx.tx, memberId)
  return {
    'reportVoice.quote': own.quotes,
    'storyPerson.member': count(own.stories),
    'valueStory.toldBy': count(own.told),
    'reportVersion.texts': count(own.versions),
    'assessment.assessor': count(own.assessments),
    'communityExport.reason': own.reasons,
    'reportDecision.owner': count(own.decisions),
  }
}

/** Screens that name people to those who hold a role here. */
export const personalScreens: readonly PersonalScreen[] = [
  {
    screen: 'exports',
    purpose: 'exportMembers',
    seenBy: ['communityManagers'],
    fields: ['displayName', 'roles', 'joinedMonth', 'entityName'],
  },
  { screen: 'report', purpose: 'askForVoice', seenBy: ['communityManagers'], fields: ['text', 'author'] },
]
