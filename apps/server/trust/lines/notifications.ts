import { member, seesMember } from '../line.ts'
import type { Line } from '../line.ts'
import { mailings } from './mailings.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const preferences = {
  push: true,
  mail: true,
  digest: 'weekly',
  digestScope: 'all',
  digestHour: 9,
  digestDay: 1,
  isQuiet: true,
  quietFrom: '19:00',
  quietTo: '08:00',
  quietWeekends: true,
  quietHolidays: true,
}

export const notifications: Record<string, Line> = {
  ...mailings,
  // Each of these touches only what belongs to the caller, and describes it by their rights of the moment.
  'GET /api/v1/notifications': {},
  'GET /api/v1/notifications/count': {},
  'POST /api/v1/notifications/read': { body: () => ({ all: true }) },
  'GET /api/v1/me/notifications': {},
  'PUT /api/v1/me/notifications': { body: () => preferences },
  'GET /api/v1/me/notifications/preview': {},
  'GET /api/v1/me/push': {},
  'POST /api/v1/me/push': {
    body: () => ({
      endpoint: 'https://fcm.googleapis.com/fcm/send/matrix',
      p256dh: 'B'.repeat(87),
      auth: 'A'.repeat(22),
      label: 'Téléphone',
    }),
  },
  // A device of somebody else, or of nobody.
  'DELETE /api/v1/me/push/:deviceId': { params: () => ({ deviceId: unknown }), decide: () => 404 },
  'GET /api/v1/communities/:community/notifications': {},
  'PUT /api/v1/communities/:community/notifications': { body: () => ({ level: 'digest' }) },
  'PUT /api/v1/communities/:community/followed-tags': { body: () => ({ tag: 'canari', follows: true }) },
  'GET /api/v1/posts/:postId/following': {},
  'PUT /api/v1/posts/:postId/following': { body: () => ({ state: 'mute' }) },
  'GET /api/v1/members/:memberId/following': {
    params: (cell) => ({ memberId: member(cell) }),
    decide: seesMember,
  },
  'PUT /api/v1/members/:memberId/following': {
    params: (cell) => ({ memberId: member(cell) }),
    body: () => ({ follows: true }),
    decide: seesMember,
  },
  // Whoever holds a sealed link stops the mail it came with; anything else is no link.
  'POST /api/v1/unsubscribe/:token': { params: () => ({ token: 'inconnu' }), decide: () => 'open' },
}
