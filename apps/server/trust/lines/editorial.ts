import type { Cell, Expected, Line } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
/** Nothing stands in the calendar: whoever keeps it is told so, anybody else is refused before. */
const managersFindNothing = ({ name }: Cell): Expected | undefined => (name === 'manager' ? 404 : undefined)
const ofSlot = () => ({ slotId: unknown })
const nobody = (): Expected => 404

export const editorial: Record<string, Line> = {
  'GET /api/v1/communities/:community/calendar': { query: 'from=2026-11-01&to=2026-11-30' },
  'POST /api/v1/communities/:community/slots': {
    body: () => ({ on: '2026-11-24', title: 'Un rendez-vous' }),
  },
  'PUT /api/v1/communities/:community/slots/:slotId': {
    params: ofSlot,
    body: () => ({ on: '2026-11-25' }),
    decide: managersFindNothing,
  },
  'DELETE /api/v1/communities/:community/slots/:slotId': { params: ofSlot, decide: managersFindNothing },
  'GET /api/v1/communities/:community/slots/:slotId/links': { params: ofSlot, decide: managersFindNothing },
  'GET /api/v1/communities/:community/voices': {},
  'POST /api/v1/communities/:community/slots/:slotId/asks': {
    params: ofSlot,
    body: ({ world }) => ({ memberId: world.visitors.member.memberId }),
    decide: managersFindNothing,
  },
  'DELETE /api/v1/communities/:community/slots/:slotId/asks': { params: ofSlot, decide: managersFindNothing },
  'GET /api/v1/communities/:community/volunteer': {},
  'PUT /api/v1/communities/:community/volunteer': { body: () => ({ subject: 'Pompes' }) },
  'DELETE /api/v1/communities/:community/volunteer': {},
  'GET /api/v1/me/turns': {},
  // A turn is that of whoever was asked: nobody was.
  'POST /api/v1/me/turns/:turnId': {
    params: () => ({ turnId: unknown }),
    body: () => ({ answer: 'accepted' }),
    decide: nobody,
  },
  'POST /api/v1/me/turns/:turnId/publication': {
    params: () => ({ turnId: unknown }),
    body: () => ({ postId: unknown }),
    decide: nobody,
  },
  'GET /api/v1/communities/:community/formats': {},
  'POST /api/v1/communities/:community/formats': { body: () => ({ key: 'portrait' }) },
  'PUT /api/v1/communities/:community/formats/:formatId': {
    params: () => ({ formatId: unknown }),
    body: () => ({ name: { fr: 'Nom' }, howTo: { fr: 'Faire' }, minutes: 20, rhythm: 'once' }),
    decide: managersFindNothing,
  },
  'DELETE /api/v1/communities/:community/formats/:formatId': {
    params: () => ({ formatId: unknown }),
    decide: managersFindNothing,
  },
  'PUT /api/v1/communities/:community/relaunches/:key': {
    params: () => ({ key: '2027-january' }),
    body: () => ({ startsOn: '2027-01-04', items: [], isDismissed: false }),
  },
  'GET /api/v1/admin/site-calendars': {},
  'PUT /api/v1/admin/site-calendars': { body: () => ({ siteId: null, zone: 'none', alsaceMoselle: false }) },
}
