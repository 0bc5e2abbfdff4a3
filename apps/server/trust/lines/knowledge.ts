import { ofPost, rights, unless } from '../line.ts'
import type { Cell, Expected, Line } from '../line.ts'

const pageOf = ({ place }: Cell) => ({ pageId: place.pageId })
const versionOf = (cell: Cell) => ({ ...pageOf(cell), version: '1' })
const collectionOf = ({ place }: Cell) => ({ collectionId: place.collectionId })
const both = (cell: Cell) => ({ ...pageOf(cell), ...collectionOf(cell) })
/** Whoever takes part may write; the page of the world is not locked. */
const writer: Line['decide'] = ofPost((cell) => rights(cell).participate)
/** Its owner (the author) or a moderator, who take part. */
const keeper: Line['decide'] = ofPost((cell) => {
  const can = rights(cell)
  return can.participate && (cell.name === 'author' || can.moderate)
})
const moderator: Line['decide'] = ofPost((cell) => rights(cell).participate && rights(cell).moderate)
const collectionKeeper = (cell: Cell): Expected => {
  const can = rights(cell)
  return can.read ? unless(can.moderate) : 404
}
const text = { title: 'Titre', bodyMd: 'Texte' }

export const knowledge: Record<string, Line> = {
  'GET /api/v1/pages': {},
  'GET /api/v1/pages/places': {},
  'GET /api/v1/pages/similar': { query: 'text=canari' },
  'GET /api/v1/me/pages-to-review': {},
  'GET /api/v1/communities/:community/page-collections': {},
  'POST /api/v1/communities/:community/page-collections': { body: () => ({ name: 'Essentiel' }) },
  'PATCH /api/v1/page-collections/:collectionId': {
    params: collectionOf,
    body: () => ({ name: 'Autre' }),
    decide: collectionKeeper,
  },
  'DELETE /api/v1/page-collections/:collectionId': { params: collectionOf, decide: collectionKeeper },
  'GET /api/v1/communities/:community/workbench/pages': {},
  'POST /api/v1/pages': { body: ({ place }) => ({ ...text, communityId: place.id }) },
  'GET /api/v1/pages/:pageId': { params: pageOf },
  'PUT /api/v1/pages/:pageId': {
    params: pageOf,
    body: () => ({ ...text, baseVersion: 1 }),
    decide: writer,
  },
  'PATCH /api/v1/pages/:pageId': { params: pageOf, body: () => ({ isLocked: true }), decide: keeper },
  'DELETE /api/v1/pages/:pageId': { params: pageOf, decide: keeper },
  'POST /api/v1/pages/:pageId/restoration': {
    params: pageOf,
    // The page of the world is not deleted: there is nothing to bring back, and whoever reads it is told so.
    decide: (cell) => (rights(cell).read ? 'ok' : 404),
  },
  'GET /api/v1/pages/:pageId/versions': { params: pageOf },
  'GET /api/v1/pages/:pageId/versions/:version': { params: versionOf },
  'POST /api/v1/pages/:pageId/versions/:version/restoration': {
    params: versionOf,
    body: () => ({ baseVersion: 1 }),
    decide: writer,
  },
  'POST /api/v1/pages/:pageId/review': {
    params: pageOf,
    body: () => ({}),
    // Whoever is credited may say so too: the member gave the answer that the page is made of.
    decide: ofPost((cell) => {
      const can = rights(cell)
      return can.participate && (cell.name === 'author' || cell.name === 'member' || can.moderate)
    }),
  },
  'PUT /api/v1/pages/:pageId/withdrawal': {
    params: pageOf,
    body: () => ({ reason: 'Dépassée' }),
    decide: keeper,
  },
  'DELETE /api/v1/pages/:pageId/withdrawal': { params: pageOf, decide: keeper },
  'PUT /api/v1/pages/:pageId/community': {
    params: pageOf,
    body: ({ place }) => ({ communityId: place.id }),
    decide: keeper,
  },
  'PUT /api/v1/pages/:pageId/collections/:collectionId': { params: both, decide: moderator },
  'DELETE /api/v1/pages/:pageId/collections/:collectionId': { params: both, decide: moderator },
  'GET /api/v1/pages/:pageId/markdown': { params: pageOf },
  'GET /api/v1/pages/:pageId/pdf': { params: pageOf },
  'GET /api/v1/posts/:postId/pages': {},
  'GET /api/v1/posts/:postId/page-beginning': {},
}
