import { Type as T } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import {
  ArrangePage,
  ChangePage,
  Collection,
  PageBeginning,
  PageCard,
  PageDetail,
  PageLink,
  PageVersion,
  PageVersionText,
  WritePage,
} from '#modules/knowledge/shapes.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

export { PageCard, PageDetail, PageLink, PageVersion, PageVersionText, Collection, PageBeginning }
export { WritePage, ChangePage, ArrangePage }
export { pageTemplates, pageStatuses, authorParts } from '#modules/knowledge/shapes.ts'
export type { PageAuthor, PageTemplate, PageStatus, AuthorPart } from '#modules/knowledge/shapes.ts'

export const refusals = declareRefusals({
  pageNotFound: 404,
  pageVersionNotFound: 404,
  collectionNotFound: 404,
  /** Somebody saved in between: `version`, `by` and `at` say what. */
  pageChanged: 409,
  languageTaken: 409,
  ownerUnknown: 400,
  toldUnknown: 400,
  sourceUnknown: 400,
  reviewInPast: 400,
  notSameCommunity: 400,
  pdfFailed: 503,
})

/** Reasons of a `notPermitted` (403), told by the policy. */
export const reasons = [
  'joinFirst',
  'banned',
  'archived',
  'charterToAccept',
  'pageLocked',
  'pageWithdrawn',
  'pageDeleted',
  'notDeleted',
  'keepersOnly',
  'moderatorsOnly',
  'noRightThere',
] as const

const strict = { additionalProperties: false }
const community = T.Object({ community: T.String({ maxLength: 64, description: 'Identifier or slug' }) })
const page = T.Object({ pageId: Id })
const pageAndVersion = T.Object({ pageId: Id, version: T.String({ pattern: '^[1-9][0-9]{0,6}$' }) })
const collection = T.Object({ collectionId: Id })
const post = T.Object({ postId: Id })
const read = { kind: 'community', needs: 'read' } as const
const participate = { kind: 'community', needs: 'participate' } as const
const own = { kind: 'community', needs: 'own' } as const
const moderate = { kind: 'community', needs: 'moderate' } as const
const self = { kind: 'self' } as const
const name = T.String({ minLength: 1, maxLength: 80 })
const purpose = Nullable(T.String({ maxLength: 300 }))

export const contract = {
  'GET /api/v1/pages': defineRoute({
    summary: 'Pages that I may read, most recently changed first; with `q`, the closest first, at most 50',
    access: self,
    query: T.Object({
      ...PageQuery,
      q: T.Optional(T.String({ maxLength: 200 })),
      community: T.Optional(Id),
      tag: T.Optional(T.String({ maxLength: 40 })),
      /** `mine`: I answer for them or am credited; `toReview`: I answer for them and their date has come. */
      show: T.Optional(T.Enum(['all', 'mine', 'toReview'])),
    }),
    response: Page(PageCard),
  }),
  'GET /api/v1/pages/places': defineRoute({
    summary: 'Communities and tags that have pages I may read, with how many; at most 50 of each',
    access: self,
    response: T.Object({
      communities: T.Array(T.Object({ community: CommunityRef, pages: T.Integer() })),
      tags: T.Array(T.Object({ tag: T.String(), pages: T.Integer() })),
    }),
  }),
  'GET /api/v1/pages/similar': defineRoute({
    summary: 'Pages near what is being asked, at most 3; those of the community named first',
    access: self,
    query: T.Object({ text: T.String({ minLength: 1, maxLength: 300 }), communityId: T.Optional(Id) }),
    response: T.Object({ items: T.Array(T.Object({ page: PageLink, community: CommunityRef })) }),
  }),
  'GET /api/v1/me/pages-to-review': defineRoute({
    summary: 'Pages I answer for whose review date has come, oldest first, at most 10',
    access: self,
    response: T.Object({ items: T.Array(PageCard) }),
  }),
  'GET /api/v1/communities/:community/page-collections': defineRoute({
    summary: 'Collections of a community with their pages',
    access: read,
    params: community,
    response: T.Object({ items: T.Array(Collection), can: T.Object({ collect: T.Boolean() }) }),
  }),
  'POST /api/v1/communities/:community/page-collections': defineRoute({
    summary: 'Begin a collection',
    access: moderate,
    params: community,
    body: T.Object({ name, purpose: T.Optional(purpose) }, strict),
    response: Collection,
  }),
  'PATCH /api/v1/page-collections/:collectionId': defineRoute({
    summary: 'Rename a collection, or choose its pages and their order (the complete list)',
    access: moderate,
    params: collection,
    body: T.Object(
      {
        name: T.Optional(name),
        purpose: T.Optional(purpose),
        pageIds: T.Optional(T.Array(Id, { maxItems: 200, uniqueItems: true })),
      },
      strict,
    ),
    response: Collection,
  }),
  'DELETE /api/v1/page-collections/:collectionId': defineRoute({
    summary: 'Give a collection up; its pages stay',
    access: moderate,
    params: collection,
  }),
  'GET /api/v1/communities/:community/workbench/pages': defineRoute({
    summary:
      'For the managers: pages past their date, pages without anybody to answer for them, solved questions worth a page',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: T.Object({
      toReview: T.Array(PageCard),
      ownerless: T.Array(PageCard),
      worthAPage: T.Array(
        T.Object({ postId: Id, title: Nullable(T.String()), excerpt: T.String(), answers: T.Integer() }),
      ),
    }),
  }),

  'POST /api/v1/pages': defineRoute({
    summary: 'Write a page',
    access: participate,
    body: WritePage,
    response: PageDetail,
  }),
  'GET /api/v1/pages/:pageId': defineRoute({
    summary: 'A page',
    access: read,
    params: page,
    response: PageDetail,
  }),
  'PUT /api/v1/pages/:pageId': defineRoute({
    summary: 'Save a new version; refused when somebody saved in between, nothing is lost',
    access: own,
    params: page,
    body: ChangePage,
    response: PageDetail,
    refusals: ['pageChanged'],
  }),
  'PATCH /api/v1/pages/:pageId': defineRoute({
    summary: 'Choose who answers for it, when it is reviewed, whether only its authors change it',
    access: own,
    params: page,
    body: ArrangePage,
    response: PageDetail,
    refusals: ['ownerUnknown', 'reviewInPast'],
  }),
  'DELETE /api/v1/pages/:pageId': defineRoute({
    summary: 'Delete; it can be brought back for 30 days',
    access: own,
    params: page,
  }),
  'POST /api/v1/pages/:pageId/restoration': defineRoute({
    summary: 'Bring a deleted page back',
    access: own,
    params: page,
    response: PageDetail,
  }),
  'GET /api/v1/pages/:pageId/versions': defineRoute({
    summary: 'Every save of a page, newest first',
    access: read,
    params: page,
    query: T.Object(PageQuery),
    response: Page(PageVersion),
  }),
  'GET /api/v1/pages/:pageId/versions/:version': defineRoute({
    summary: 'The text of one version',
    access: read,
    params: pageAndVersion,
    response: PageVersionText,
  }),
  'POST /api/v1/pages/:pageId/versions/:version/restoration': defineRoute({
    summary: 'Bring an old version back, as a new one',
    access: own,
    params: pageAndVersion,
    body: T.Object({ baseVersion: T.Integer({ minimum: 1 }) }, strict),
    response: PageDetail,
    refusals: ['pageChanged'],
  }),
  'POST /api/v1/pages/:pageId/review': defineRoute({
    summary: 'Still true: the next review is in twelve months, or on the day given',
    access: own,
    params: page,
    body: T.Object({ reviewOn: T.Optional(Day) }, strict),
    response: PageDetail,
    refusals: ['reviewInPast'],
  }),
  'PUT /api/v1/pages/:pageId/withdrawal': defineRoute({
    summary: 'Withdraw with a reason: still found, marked obsolete',
    access: own,
    params: page,
    body: T.Object(
      { reason: T.String({ minLength: 1, maxLength: 500 }), replacedBy: T.Optional(Nullable(Id)) },
      strict,
    ),
    response: PageDetail,
  }),
  'DELETE /api/v1/pages/:pageId/withdrawal': defineRoute({
    summary: 'Take a withdrawn page back into use',
    access: own,
    params: page,
    response: PageDetail,
  }),
  'PUT /api/v1/pages/:pageId/community': defineRoute({
    summary: 'Move to another community, with its other languages; needs rights in both',
    access: own,
    params: page,
    body: T.Object({ communityId: Id }, strict),
    response: PageDetail,
  }),
  'PUT /api/v1/pages/:pageId/collections/:collectionId': defineRoute({
    summary: 'Put a page at the end of a collection of its community',
    access: moderate,
    params: T.Object({ pageId: Id, collectionId: Id }),
  }),
  'DELETE /api/v1/pages/:pageId/collections/:collectionId': defineRoute({
    summary: 'Take a page out of a collection',
    access: moderate,
    params: T.Object({ pageId: Id, collectionId: Id }),
  }),
  'GET /api/v1/pages/:pageId/markdown': defineRoute({
    summary: 'The page as a Markdown file with front matter',
    access: read,
    params: page,
    answers: 'file',
  }),
  'GET /api/v1/pages/:pageId/pdf': defineRoute({
    summary: 'The page as an accessible PDF',
    access: read,
    params: page,
    answers: 'file',
    refusals: ['pdfFailed'],
  }),
  'GET /api/v1/posts/:postId/pages': defineRoute({
    summary: 'Pages made of a conversation, as far as I may read them',
    access: read,
    params: post,
    response: T.Object({ items: T.Array(T.Object({ page: PageLink, at: Instant })) }),
  }),
  'GET /api/v1/posts/:postId/page-beginning': defineRoute({
    summary: 'What a page made of this conversation begins with: problem, answer, conditions, sources',
    access: participate,
    params: post,
    query: T.Object({
      /** The answer to take up, instead of the accepted and most thanked ones. */
      commentId: T.Optional(Id),
    }),
    response: PageBeginning,
  }),
} as const
