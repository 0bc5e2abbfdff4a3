import type { SameShape } from '#platform/shared/i18n.ts'
import type fr from './fr.ts'

export default {
  title: 'Events',
  server: {
    calendar: {
      cancelled: 'Cancelled: {title}',
      link: 'Connect: {link}',
      page: 'The page of the event: {url}',
    },
    minutes: {
      title: 'Minutes:',
      of: 'Event of {day}',
      decisions: 'Decisions',
      questions: 'Open questions',
    },
  },
  privacy: {
    attendee: 'knowing who comes',
    answer: 'keeping your seat, or your place in the waiting list',
    introduction: 'introducing you to those who come and share a subject with you',
    presence: 'knowing who was there; only the organisers see it, and you know when',
    calendarFeed: 'finding your events in your usual calendar',
    preference: 'reminding you of your events as you wish',
  },
  retention: {
    gathering: 'as long as the event exists',
    presence: 'thirteen months after the event',
    calendarFeed: 'until you revoke it',
    account: 'as long as the account exists',
  },
} as const satisfies SameShape<typeof fr>
