import {
  ambassadorActivated,
  ambassadorAgreementAnswered,
  ambassadorAnswered,
  ambassadorBuddyNamed,
  ambassadorInvited,
  ambassadorMeetingTold,
  ambassadorProposed,
  ambassadorReady,
  ambassadorReminded,
  ambassadorTalkAsked,
  ambassadorThanked,
} from '#modules/ambassadors/events.ts'
import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Description, Item } from '#modules/notifications/public.ts'
import { en, fr } from '../messages/notices.ts'
import { listNoticeProgrammes } from './queries/calendar.ts'

const words = wordsOf({ fr, en })
type What = keyof typeof fr
/** What the leader is told leads to the cohort; the rest to one's own page. */
const forLeader: readonly What[] = [
  'ready',
  'accepted',
  'declined',
  'talkAsked',
  'meetingrecapOwed',
  'call',
  'check',
  'endLeader',
  'seat',
]

/** Actor and community are left out: what concerns a mandate is told to one person. */
const item = (
  what: What,
  event: { id: number; payload: { programmeId: string; memberId: string } },
  reason: 'needsYou' | 'asked' | 'notice' | 'answer' = 'notice',
): Item => ({
  key: `ambassadors:${what}:${event.id}`,
  group: `ambassadors:${what}:${event.payload.programmeId}:${event.payload.memberId}`,
  communityId: null,
  subject: { what, programmeId: event.payload.programmeId },
  actorId: null,
  receivers: [{ memberId: event.payload.memberId, reason }],
})

export const ambassadorsSource = defineSource({
  name: 'ambassadors',
  hears: [
    on(ambassadorProposed, async (_ctx, event) => item('proposed', event, 'asked')),
    on(ambassadorReady, async (_ctx, event) => item('ready', event)),
    on(ambassadorInvited, async (_ctx, event) => item('invited', event, 'asked')),
    on(ambassadorAnswered, async (_ctx, event) =>
      item(event.payload.yes ? 'accepted' : 'declined', event, 'answer'),
    ),
    on(ambassadorActivated, async (_ctx, event) => item('activated', event)),
    on(ambassadorTalkAsked, async (_ctx, event) =>
      item(event.payload.by === 'self' ? 'talkAsked' : 'talkProposed', event, 'needsYou'),
    ),
    on(ambassadorThanked, async (_ctx, event) => item('thanked', event)),
    on(ambassadorAgreementAnswered, async (_ctx, event) => item('agreement', event, 'answer')),
    on(ambassadorBuddyNamed, async (_ctx, event) => item('buddy', event, 'asked')),
    on(ambassadorMeetingTold, async (_ctx, event) => item(`meeting${event.payload.what}` as What, event)),
    on(ambassadorReminded, async (_ctx, event) => item(event.payload.what as What, event, 'needsYou')),
  ],
  async describe(ctx, notices) {
    const ids = notices.map(({ subject }) => subject['programmeId']!)
    const known = new Map(
      (await listNoticeProgrammes(ctx.tx, ctx.actor.memberId, ids)).map((one) => [one.programmeId, one]),
    )
    return notices.map(({ subject }): Description | undefined => {
      const programme = known.get(subject['programmeId']!)
      const what = subject['what'] as What
      if (!programme || !(what in fr)) return undefined
      const leads = forLeader.includes(what)
      const may =
        leads || what.startsWith('meeting')
          ? programme.leads || programme.isMine
          : what === 'buddy' || what === 'stallBuddy'
            ? programme.accompanies
            : programme.isMine
      if (!may) return undefined
      return {
        title: programme.name,
        titleLanguage: ctx.actor.language,
        sentence: words(ctx.actor.language)(what),
        path: leads ? `/ambassadors?programme=${programme.programmeId}` : '/ambassadors?view=mine',
        community: null,
      }
    })
  },
})
