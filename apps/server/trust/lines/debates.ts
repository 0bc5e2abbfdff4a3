import type { Cell, Expected, Line } from '../line.ts'
import { rights, unless } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const ofDebate = ({ place }: Cell) => ({ debateId: place.debate.debateId })
const ofProposal = ({ place }: Cell) => ({ proposalId: place.debate.proposalId })
const ofArgument = ({ place }: Cell) => ({ argumentId: place.debate.argumentId })
const ofNameless = ({ place }: Cell) => ({ argumentId: place.debate.namelessId })
const ofWish = ({ place }: Cell) => ({ wishId: place.debate.wishId })
const ofRequest = () => ({ requestId: unknown })
/** An open debate exists for whoever reads its community. */
const readers =
  (allowed: (cell: Cell) => boolean = () => true) =>
  (cell: Cell): Expected =>
    rights(cell).read ? unless(allowed(cell)) : 404
const participates = readers((cell) => rights(cell).participate)
const moderates = readers((cell) => rights(cell).moderate)
const manages = readers((cell) => rights(cell).manage)
const own = readers((cell) => cell.name === 'author')
const nobody = (): Expected => 404
const later = () => new Date(Date.now() + 9 * 86_400_000).toISOString()

export const debates: Record<string, Line> = {
  'GET /api/v1/communities/:community/debates': {},
  'POST /api/v1/communities/:community/debates': { body: () => ({ question: 'Débat', closesAt: later() }) },
  'GET /api/v1/communities/:community/debate-wishes': {},
  'POST /api/v1/communities/:community/debate-wishes': { body: () => ({ question: 'Débat' }) },
  // A request to debate exists for those who run the community, and for nobody else.
  'POST /api/v1/debate-wishes/:wishId/answer': {
    params: ofWish,
    body: () => ({ word: 'Plus tard' }),
    decide: (cell) => (rights(cell).read && rights(cell).moderate ? unless(rights(cell).manage) : 404),
  },
  'GET /api/v1/debates/:debateId': { params: ofDebate, decide: readers() },
  'PATCH /api/v1/debates/:debateId': { params: ofDebate, body: () => ({ rules: 'Règle' }), decide: manages },
  // The debate is open: whoever might have sent one, captioned it or taken it out is told so.
  'POST /api/v1/debates/:debateId/video': { params: ofDebate, decide: manages },
  'DELETE /api/v1/debates/:debateId/video': { params: ofDebate, decide: manages },
  'PUT /api/v1/debates/:debateId/captions/:language': {
    params: (cell) => ({ ...ofDebate(cell), language: 'fr' }),
    body: () => ({}),
    decide: manages,
  },
  'PUT /api/v1/debates/:debateId/transcript': {
    params: ofDebate,
    body: () => ({ transcript: 'Texte' }),
    decide: manages,
  },
  // Its file has no video: absent for everybody.
  'GET /api/v1/debates/:debateId/video': { params: ofDebate, decide: nobody },
  'GET /api/v1/debates/:debateId/captions/:language': {
    params: (cell) => ({ ...ofDebate(cell), language: 'fr' }),
    decide: nobody,
  },
  'PUT /api/v1/debates/:debateId/reviewers': {
    params: ofDebate,
    body: ({ world }) => ({
      forId: world.visitors.member.memberId,
      againstId: world.visitors.author.memberId,
    }),
    decide: manages,
  },
  'PUT /api/v1/debates/:debateId/review': {
    params: ofDebate,
    body: () => ({ isNeutral: true }),
    decide: readers(() => false),
  },
  'POST /api/v1/debates/:debateId/opening': { params: ofDebate, decide: manages },
  'POST /api/v1/debates/:debateId/extension': {
    params: ofDebate,
    body: () => ({ closesAt: later(), reason: 'Raison' }),
    decide: manages,
  },
  'GET /api/v1/debates/:debateId/proposals': { params: ofDebate, decide: readers() },
  'POST /api/v1/debates/:debateId/proposals': {
    params: ofDebate,
    body: () => ({ title: 'Proposition', bodyMd: 'Texte' }),
    decide: participates,
  },
  'GET /api/v1/debate-proposals/:proposalId': { params: ofProposal, decide: readers() },
  'PATCH /api/v1/debate-proposals/:proposalId': {
    params: ofProposal,
    body: () => ({ title: 'Autre' }),
    decide: own,
  },
  'DELETE /api/v1/debate-proposals/:proposalId': { params: ofProposal, decide: own },
  'PUT /api/v1/debate-proposals/:proposalId/vote': {
    params: ofProposal,
    body: () => ({ vote: 'agree' }),
    decide: participates,
  },
  'GET /api/v1/debates/:debateId/arguments': { params: ofDebate, decide: readers() },
  'POST /api/v1/debates/:debateId/arguments': {
    params: ofDebate,
    body: ({ place }) => ({ side: 'for', text: 'Argument', proposalId: place.debate.proposalId }),
    decide: participates,
  },
  // Whose an argument without a name is changes nothing to who may act on it.
  'PATCH /api/v1/debate-arguments/:argumentId': {
    params: ofNameless,
    body: () => ({ text: 'Autrement' }),
    decide: own,
  },
  'DELETE /api/v1/debate-arguments/:argumentId': { params: ofNameless, decide: own },
  'PUT /api/v1/debate-arguments/:argumentId/support': {
    params: ofArgument,
    body: () => ({ supports: true }),
    decide: participates,
  },
  'PUT /api/v1/debate-arguments/:argumentId/source-request': {
    params: ofArgument,
    body: () => ({ asks: true }),
    decide: participates,
  },
  'PUT /api/v1/debate-arguments/:argumentId/repetition': {
    params: ofArgument,
    body: () => ({ number: null }),
    decide: participates,
  },
  'GET /api/v1/debate-arguments/:argumentId/originals': { params: ofArgument, decide: readers() },
  'POST /api/v1/debates/:debateId/merges': {
    params: ofDebate,
    body: ({ place }) => ({
      argumentIds: [place.debate.argumentId, place.debate.namelessId],
      text: 'Réunis',
    }),
    decide: manages,
  },
  'POST /api/v1/debate-arguments/:argumentId/merge-objection': {
    params: ofArgument,
    body: () => ({ why: 'Raison' }),
    decide: own,
  },
  'POST /api/v1/debate-arguments/:argumentId/merge-answer': {
    params: ofArgument,
    body: () => ({ undo: true }),
    decide: manages,
  },
  'POST /api/v1/debate-arguments/:argumentId/return': {
    params: ofArgument,
    body: () => ({ word: 'Hors sujet' }),
    decide: moderates,
  },
  'POST /api/v1/debate-arguments/:argumentId/appeal': {
    params: ofArgument,
    body: () => ({ why: 'Raison' }),
    decide: own,
  },
  'POST /api/v1/debate-arguments/:argumentId/restoration': { params: ofArgument, decide: moderates },
  'GET /api/v1/debates/:debateId/waiting': { params: ofDebate, decide: moderates },
  'POST /api/v1/debates/:debateId/name-requests': {
    params: ofDebate,
    body: ({ place }) => ({ argumentId: place.debate.namelessId, reason: 'Raison' }),
    decide: moderates,
  },
  'POST /api/v1/debate-name-requests/:requestId/decision': {
    params: ofRequest,
    body: () => ({ isGranted: true }),
    decide: nobody,
  },
  'GET /api/v1/debate-name-requests/:requestId': { params: ofRequest, decide: nobody },
  'PUT /api/v1/debates/:debateId/synthesis': {
    params: ofDebate,
    body: () => ({ bodyMd: 'Synthèse', publish: true }),
    decide: manages,
  },
  'PUT /api/v1/debates/:debateId/decider': {
    params: ofDebate,
    body: ({ world }) => ({ deciderId: world.visitors.sponsor.memberId, due: '2099-01-01' }),
    decide: manages,
  },
  'PUT /api/v1/debates/:debateId/decision': {
    params: ofDebate,
    body: () => ({ outcome: 'kept', text: 'Oui', because: 'Raison', decidedOn: '2020-01-01' }),
    decide: manages,
  },
  'POST /api/v1/debates/:debateId/no-decision': {
    params: ofDebate,
    body: () => ({ reason: 'Raison' }),
    decide: manages,
  },
  'POST /api/v1/debates/:debateId/archive': { params: ofDebate, decide: manages },
  'GET /api/v1/debates/:debateId/markdown': { params: ofDebate, decide: readers() },
}
