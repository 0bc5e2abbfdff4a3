import { ofCommunity, rights } from '../line.ts'
import type { Expected, Line } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const newsletter = () => ({ newsletter: unknown })
const issue = () => ({ issue: unknown })
const part = () => ({ issue: unknown, part: 'national' })
/** Of nobody here: what is prepared exists for its editors, and what left for whom it was meant. */
const absent = (): Expected => 404
const everyone = { mode: 'everyone', siteIds: [], entityIds: [], communityIds: [], languages: [] }
const words = { name: { fr: 'Texte' }, purpose: {}, languages: ['fr'], rhythm: 'monthly' }

export const newsletters: Record<string, Line> = {
  'GET /api/v1/newsletters': {},
  'POST /api/v1/newsletters': {
    body: ({ place }) => ({ ...words, communityId: place.id }),
    decide: ofCommunity((cell) => rights(cell).manage),
  },
  'GET /api/v1/newsletters/:newsletter': { params: newsletter, decide: absent },
  'PUT /api/v1/newsletters/:newsletter': {
    params: newsletter,
    body: () => ({ ...words, isClosed: false }),
    decide: absent,
  },
  'PUT /api/v1/newsletters/:newsletter/editors': {
    params: newsletter,
    body: () => ({ memberId: unknown, editionId: null, isEditor: true }),
    decide: absent,
  },
  'POST /api/v1/newsletters/:newsletter/editions': {
    params: newsletter,
    body: () => ({ name: 'Ici', scope: 'site', scopeId: unknown }),
    decide: absent,
  },
  'DELETE /api/v1/newsletters/:newsletter/editions/:edition': {
    params: () => ({ newsletter: unknown, edition: unknown }),
    decide: absent,
  },
  'POST /api/v1/newsletters/:newsletter/issues': { params: newsletter, body: () => ({}), decide: absent },
  'GET /api/v1/me/newsletters': {},
  'PUT /api/v1/me/newsletters/:newsletter': {
    params: newsletter,
    body: () => ({ level: 'nothing' }),
    decide: absent,
  },
  'DELETE /api/v1/me/mail-trouble': {},
  'GET /api/v1/administration/mail-troubles': {},
  'GET /api/v1/newsletter-issues': {},
  'GET /api/v1/newsletter-issues/:issue': { params: issue, decide: absent },
  'DELETE /api/v1/newsletter-issues/:issue': { params: issue, decide: absent },
  'GET /api/v1/newsletter-issues/:issue/work': { params: issue, decide: absent },
  'PUT /api/v1/newsletter-issues/:issue/work': {
    params: issue,
    body: () => ({ base: 1, title: {}, audience: everyone, localDeadline: null }),
    decide: absent,
  },
  'PUT /api/v1/newsletter-issues/:issue/parts/:part': {
    params: part,
    body: () => ({ base: 1, blocks: [] }),
    decide: absent,
  },
  'GET /api/v1/newsletter-issues/:issue/parts/:part/versions': { params: part, decide: absent },
  'POST /api/v1/newsletter-issues/:issue/parts/:part/restore': {
    params: part,
    body: () => ({ base: 1, version: 1 }),
    decide: absent,
  },
  'GET /api/v1/newsletter-issues/:issue/items': { params: issue, decide: absent },
  'POST /api/v1/newsletter-issues/:issue/reach': {
    params: issue,
    body: () => ({ audience: everyone }),
    decide: absent,
  },
  'GET /api/v1/newsletter-issues/:issue/preview': { params: issue, decide: absent },
  'POST /api/v1/newsletter-issues/:issue/test': {
    params: issue,
    body: () => ({ memberIds: [] }),
    decide: absent,
  },
  'GET /api/v1/newsletter-issues/:issue/checks': { params: issue, decide: absent },
  'POST /api/v1/newsletter-issues/:issue/schedule': {
    params: issue,
    body: () => ({ at: null }),
    decide: absent,
  },
  'POST /api/v1/newsletter-issues/:issue/cancel': { params: issue, decide: absent },
  'POST /api/v1/newsletter-issues/:issue/stop': { params: issue, decide: absent },
  'GET /api/v1/newsletter-issues/:issue/report': { params: issue, decide: absent },
}
