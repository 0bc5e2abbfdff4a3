import type { Cell, Line } from '../line.ts'

const written = () => ({ subject: 'Objet', bodyMd: 'Texte' })
/** The world's mailing, which was sent: what can only be done to a draft is refused by its state (409) after the right. */
const ofMailing = (cell: Cell) => ({ mailing: cell.place.mailingId })

export const mailings: Record<string, Line> = {
  'GET /api/v1/communities/:community/mailings': {},
  'GET /api/v1/communities/:community/mailings/:mailing': { params: ofMailing },
  'GET /api/v1/communities/:community/reach': {},
  'GET /api/v1/communities/:community/workbench/mailings': {},
  'POST /api/v1/communities/:community/workbench/mailings': { body: written },
  'GET /api/v1/communities/:community/workbench/mailings/:mailing': { params: ofMailing },
  'PUT /api/v1/communities/:community/workbench/mailings/:mailing': { params: ofMailing, body: written },
  'DELETE /api/v1/communities/:community/workbench/mailings/:mailing': { params: ofMailing },
  'POST /api/v1/communities/:community/workbench/mailings/:mailing/test': { params: ofMailing },
  'POST /api/v1/communities/:community/workbench/mailings/:mailing/send': { params: ofMailing },
  'POST /api/v1/communities/:community/workbench/mailings/:mailing/cancel': { params: ofMailing },
  'POST /api/v1/mailings/stop/:token': { params: () => ({ token: 'a'.repeat(26) }) },
  'DELETE /api/v1/mailings/stop/:token': { params: () => ({ token: 'a'.repeat(26) }) },
  'GET /api/v1/me/mail-addresses': {},
  'POST /api/v1/me/mail-addresses/:community': {},
  'PUT /api/v1/me/mailings/:community': { body: () => ({ takesMailings: false }) },
}
