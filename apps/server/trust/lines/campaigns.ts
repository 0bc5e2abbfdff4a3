import { isEmployee, rights, unless } from '../line.ts'
import type { Cell, Expected, Line } from '../line.ts'

/** A campaign of the company is known to employees; one of a secret community to its readers; to guests where they read. */
const knows = (cell: Cell): boolean => rights(cell).read || (isEmployee(cell) && cell.visibility !== 'secret')
const known = (cell: Cell): Expected => (knows(cell) ? 'ok' : 404)
/** The manager leads it. */
const leads = (cell: Cell): Expected => (knows(cell) ? unless(cell.name === 'manager') : 404)
const ofCampaign = ({ place }: Cell) => ({ campaign: place.campaign.campaignId })
const ofStory = ({ place }: Cell) => ({ storyId: place.campaign.storyId })
/** Not shown yet: its author's, and the leader's to look at. */
const ofWaiting = ({ place }: Cell) => ({ storyId: place.campaign.waitingId })
const ofChallenge = ({ place }: Cell) => ({ challengeId: place.campaign.challengeId })
const ofContest = ({ place }: Cell) => ({ challengeId: place.campaign.contestId })
const reads = (cell: Cell): Expected => (rights(cell).read ? 'ok' : 404)
const waiting = (cell: Cell): Expected =>
  cell.name === 'author' ? 'ok' : cell.name === 'manager' ? 403 : 404
const write = (): { title: string; bodyMd: string; people: [] } => ({
  title: 'Titre',
  bodyMd: 'Texte',
  people: [],
})

export const campaigns: Record<string, Line> = {
  'GET /api/v1/campaigns': {},
  'POST /api/v1/campaigns': {
    body: ({ place }) => ({
      communityId: place.id,
      tag: 'MonMot',
      title: 'Titre',
      purpose: 'But',
      startsOn: '2027-01-01',
      endsOn: '2027-02-01',
    }),
  },
  'GET /api/v1/campaigns/:campaign': { params: ofCampaign, decide: known },
  'PATCH /api/v1/campaigns/:campaign': {
    params: ofCampaign,
    body: () => ({ title: 'Autre' }),
    decide: leads,
  },
  'GET /api/v1/campaigns/:campaign/posts': { params: ofCampaign, decide: known },
  'PUT /api/v1/campaigns/:campaign/communities/:community': {
    params: ofCampaign,
    decide: (cell) => (knows(cell) && rights(cell).see ? unless(rights(cell).manage) : 404),
  },
  'DELETE /api/v1/campaigns/:campaign/communities/:community': {
    params: ofCampaign,
    decide: (cell) => (knows(cell) && rights(cell).see ? unless(rights(cell).manage) : 404),
  },
  'POST /api/v1/campaigns/:campaign/closure': {
    params: ofCampaign,
    body: () => ({ thanks: 'Merci' }),
    decide: leads,
  },
  'GET /api/v1/campaigns/:campaign/stories': { params: ofCampaign, decide: known },
  'POST /api/v1/campaigns/:campaign/stories': {
    params: ofCampaign,
    body: ({ place }) => ({ communityId: place.id, ...write() }),
    decide: (cell) =>
      knows(cell) && rights(cell).see ? unless(rights(cell).read && rights(cell).participate) : 404,
  },
  'GET /api/v1/stories/:storyId': { params: ofStory, decide: reads },
  'PATCH /api/v1/stories/:storyId': { params: ofWaiting, body: write, decide: waiting },
  'DELETE /api/v1/stories/:storyId': { params: ofWaiting, decide: waiting },
  // Without a file: whoever may send one is told so.
  'POST /api/v1/stories/:storyId/video': { params: ofWaiting, decide: waiting },
  // The story has no video: absent for everybody.
  'GET /api/v1/stories/:storyId/video': { params: ofStory, decide: () => 404 },
  'PUT /api/v1/stories/:storyId/captions/:language': {
    params: (cell) => ({ ...ofWaiting(cell), language: 'fr' }),
    body: () => ({}),
    decide: waiting,
  },
  'GET /api/v1/stories/:storyId/captions/:language': {
    params: (cell) => ({ ...ofStory(cell), language: 'fr' }),
    decide: () => 404,
  },
  'PUT /api/v1/stories/:storyId/transcript': {
    params: ofWaiting,
    body: () => ({ transcript: 'Texte' }),
    decide: waiting,
  },
  'POST /api/v1/stories/:storyId/sending': { params: ofWaiting, decide: waiting },
  // A conversation that somebody may not read has no story for them either.
  'GET /api/v1/posts/:postId/story': { decide: () => 'ok' },
  'GET /api/v1/me/consents': {},
  'PUT /api/v1/me/consents/:storyId': {
    params: ofWaiting,
    body: () => ({ answer: 'no' }),
    decide: ({ name }) => (name === 'member' ? 'ok' : 404),
  },
  'POST /api/v1/campaigns/:campaign/challenges': {
    params: ofCampaign,
    body: () => ({ kind: 'contest', title: 'Titre', closesAt: '2099-01-01T00:00:00.000Z' }),
    decide: leads,
  },
  'GET /api/v1/challenges/:challengeId': { params: ofContest, decide: known },
  'PUT /api/v1/challenges/:challengeId/participation': {
    params: ofChallenge,
    body: () => ({ stepsDone: [0], isTold: false }),
    decide: known,
  },
  'DELETE /api/v1/challenges/:challengeId/participation': { params: ofChallenge, decide: known },
  // The author enters; the manager is a juror; others have no story, and are told so.
  'PUT /api/v1/challenges/:challengeId/entry': {
    params: ofContest,
    body: ({ place }) => ({ storyId: place.campaign.storyId }),
    decide: (cell) => (knows(cell) ? unless(cell.name !== 'manager') : 404),
  },
  'DELETE /api/v1/challenges/:challengeId/entry': { params: ofContest, decide: known },
  'PUT /api/v1/challenges/:challengeId/notes/:entryId': {
    params: (cell) => ({ ...ofContest(cell), entryId: cell.place.campaign.entryId }),
    body: () => ({ note: 'Note' }),
    decide: leads,
  },
  'POST /api/v1/challenges/:challengeId/closing': { params: ofContest, decide: leads },
  'POST /api/v1/challenges/:challengeId/decision': {
    params: ofContest,
    body: () => ({ words: 'Pour ses mots', codes: ['AAAAAAAA'] }),
    decide: leads,
  },
  'PUT /api/v1/challenges/:challengeId/win': {
    params: ofContest,
    body: () => ({ answer: 'named' }),
    // Nobody was chosen yet.
    decide: () => 404,
  },
}
