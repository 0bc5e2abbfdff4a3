import type { Cell, Expected, Line } from '../line.ts'
import { ofPost, rights } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const ofTheme = ({ place }: Cell) => ({ themeId: place.listening.themeId })
const ofExcerpt = ({ place }: Cell) => ({ excerptId: place.listening.excerptId })
/** A theme at work exists for those who run its community, and for nobody else. */
const runs = (cell: Cell): Expected => (rights(cell).read && rights(cell).moderate ? 'ok' : 404)
const codes = (cell: Cell): Expected => (runs(cell) === 'ok' ? (rights(cell).manage ? 'ok' : 403) : 404)
const nobody = (): Expected => 404

export const listening: Record<string, Line> = {
  'PUT /api/v1/listening/tags': {
    body: ({ place }) => ({ postId: place.postId, tag: 'need' }),
    decide: ofPost(({ name }) => name === 'author'),
  },
  'GET /api/v1/posts/:postId/listening': {},
  'GET /api/v1/communities/:community/listening-tags': {},
  'GET /api/v1/communities/:community/heard': {},
  'GET /api/v1/communities/:community/listening': {},
  'GET /api/v1/communities/:community/listening/texts': {},
  'POST /api/v1/communities/:community/listening/themes': { body: () => ({ title: 'Thème', kind: 'need' }) },
  'POST /api/v1/communities/:community/listening/anonymised': {
    body: ({ place }) => ({ postId: place.postId, words: 'Quelques mots' }),
  },
  'GET /api/v1/communities/:community/listening/checkers': {},
  'GET /api/v1/listening/themes/:themeId': { params: ofTheme, decide: runs },
  'PATCH /api/v1/listening/themes/:themeId': {
    params: ofTheme,
    body: () => ({ title: 'Autre' }),
    decide: codes,
  },
  'DELETE /api/v1/listening/themes/:themeId': { params: ofTheme, decide: codes },
  'POST /api/v1/listening/themes/:themeId/excerpts': {
    params: ofTheme,
    body: ({ place }) => ({ postId: place.postId }),
    decide: codes,
  },
  'PATCH /api/v1/listening/excerpts/:excerptId': {
    params: ofExcerpt,
    body: () => ({ quote: 'Une phrase' }),
    decide: codes,
  },
  'DELETE /api/v1/listening/excerpts/:excerptId': { params: ofExcerpt, decide: codes },
  // The author of the conversation is quoted.
  'POST /api/v1/listening/excerpts/:excerptId/refusal': {
    params: ofExcerpt,
    decide: ({ name }) => (name === 'author' ? 'ok' : 404),
  },
  // One person is not five: whoever may ask is told so.
  'POST /api/v1/listening/themes/:themeId/check-request': {
    params: ofTheme,
    body: () => ({}),
    decide: codes,
  },
  'POST /api/v1/listening/themes/:themeId/check': {
    params: ofTheme,
    body: () => ({ decision: 'returned' }),
    decide: runs,
  },
  'POST /api/v1/listening/themes/:themeId/decision': {
    params: ofTheme,
    body: ({ world }) => ({ deciderId: world.visitors.member.memberId, question: '?', due: '2099-01-01' }),
    decide: codes,
  },
  'GET /api/v1/me/listening': {},
  'POST /api/v1/listening/decisions/:decisionId/acceptance': {
    params: () => ({ decisionId: unknown }),
    decide: nobody,
  },
  'POST /api/v1/listening/decisions/:decisionId/handover': {
    params: () => ({ decisionId: unknown }),
    body: ({ world }) => ({ toMemberId: world.visitors.member.memberId, reason: 'Raison' }),
    decide: nobody,
  },
  'PUT /api/v1/listening/decisions/:decisionId/answer': {
    params: () => ({ decisionId: unknown }),
    body: () => ({ weDo: [], weWillNot: 'Non', because: 'Raison' }),
    decide: nobody,
  },
  'POST /api/v1/listening/themes/:themeId/publication': { params: ofTheme, body: () => ({}), decide: codes },
  'POST /api/v1/listening/themes/:themeId/closure': {
    params: ofTheme,
    body: () => ({ reason: 'Raison' }),
    decide: codes,
  },
  'POST /api/v1/listening/actions/:actionId/done': {
    params: () => ({ actionId: unknown }),
    body: () => ({}),
    decide: nobody,
  },
  'POST /api/v1/listening/actions/:actionId/new-date': {
    params: () => ({ actionId: unknown }),
    body: () => ({ due: '2099-01-01', reason: 'Raison' }),
    decide: nobody,
  },
}
