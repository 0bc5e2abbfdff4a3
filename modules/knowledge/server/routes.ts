import type { FastifyReply } from 'fastify'
import { contentDisposition } from '#modules/discussions/public.ts'
import { contract } from '#modules/knowledge/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { exportMarkdown, exportPdf } from './operations/export-page.ts'
import type { ExportedFile } from './operations/export-page.ts'
import {
  beginAndViewCollection,
  changeCollection,
  collectPage,
  giveCollectionUp,
} from './operations/keep-collections.ts'
import {
  arrangePage,
  confirmPage,
  deletePage,
  movePage,
  restorePage,
  takePageBack,
  withdrawPage,
} from './operations/keep-page.ts'
import {
  readBeginning,
  readCollections,
  readMineToReview,
  readPages,
  readPagesOfPost,
  readPlaces,
  readSimilar,
  readVersion,
  readVersions,
  readWorkbench,
} from './operations/read-pages.ts'
import { restoreVersion, savePage } from './operations/save-page.ts'
import { writePage } from './operations/write-page.ts'
import { viewPage } from './shared.ts'

/** A file made for this reader at this moment: downloaded, sandboxed, kept by nobody. */
const send = (reply: FastifyReply, file: ExportedFile): unknown =>
  reply
    .header('content-type', file.contentType)
    .header('content-disposition', contentDisposition('attachment', file.fileName))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(file.bytes)

export const routes = serve(contract, {
  'GET /api/v1/pages': (ctx, { query }) => readPages(ctx, query),
  'GET /api/v1/pages/places': (ctx) => readPlaces(ctx),
  'GET /api/v1/pages/similar': (ctx, { query }) => readSimilar(ctx, query),
  'GET /api/v1/me/pages-to-review': (ctx) => readMineToReview(ctx),
  'GET /api/v1/communities/:community/page-collections': (ctx, { params }) =>
    readCollections(ctx, params.community),
  'POST /api/v1/communities/:community/page-collections': (ctx, { params, body }) =>
    beginAndViewCollection(ctx, { ...body, community: params.community }),
  'PATCH /api/v1/page-collections/:collectionId': (ctx, { params, body }) =>
    changeCollection(ctx, { ...body, collectionId: params.collectionId }),
  'DELETE /api/v1/page-collections/:collectionId': (ctx, { params }) =>
    giveCollectionUp(ctx, params.collectionId),
  'GET /api/v1/communities/:community/workbench/pages': (ctx, { params }) =>
    readWorkbench(ctx, params.community),

  'POST /api/v1/pages': async (ctx, { body }) => viewPage(ctx, await writePage(ctx, body)),
  'GET /api/v1/pages/:pageId': (ctx, { params }) => viewPage(ctx, params.pageId),
  'PUT /api/v1/pages/:pageId': (ctx, { params, body }) => savePage(ctx, { ...body, pageId: params.pageId }),
  'PATCH /api/v1/pages/:pageId': (ctx, { params, body }) =>
    arrangePage(ctx, { ...body, pageId: params.pageId }),
  'DELETE /api/v1/pages/:pageId': (ctx, { params }) => deletePage(ctx, params.pageId),
  'POST /api/v1/pages/:pageId/restoration': (ctx, { params }) => restorePage(ctx, params.pageId),
  'GET /api/v1/pages/:pageId/versions': (ctx, { params, query }) => readVersions(ctx, params.pageId, query),
  'GET /api/v1/pages/:pageId/versions/:version': (ctx, { params }) =>
    readVersion(ctx, params.pageId, Number(params.version)),
  'POST /api/v1/pages/:pageId/versions/:version/restoration': (ctx, { params, body }) =>
    restoreVersion(ctx, { ...body, pageId: params.pageId, version: Number(params.version) }),
  'POST /api/v1/pages/:pageId/review': async (ctx, { params, body }) => {
    await confirmPage(ctx, { ...body, pageId: params.pageId })
    return viewPage(ctx, params.pageId)
  },
  'PUT /api/v1/pages/:pageId/withdrawal': async (ctx, { params, body }) => {
    await withdrawPage(ctx, { ...body, pageId: params.pageId })
    return viewPage(ctx, params.pageId)
  },
  'DELETE /api/v1/pages/:pageId/withdrawal': (ctx, { params }) => takePageBack(ctx, params.pageId),
  'PUT /api/v1/pages/:pageId/community': (ctx, { params, body }) =>
    movePage(ctx, { ...body, pageId: params.pageId }),
  'PUT /api/v1/pages/:pageId/collections/:collectionId': (ctx, { params }) =>
    collectPage(ctx, { ...params, isIn: true }),
  'DELETE /api/v1/pages/:pageId/collections/:collectionId': (ctx, { params }) =>
    collectPage(ctx, { ...params, isIn: false }),
  'GET /api/v1/pages/:pageId/markdown': async (ctx, { params, reply, services }) =>
    send(reply, await exportMarkdown(ctx, services, params.pageId)),
  'GET /api/v1/pages/:pageId/pdf': async (ctx, { params, reply, services }) =>
    send(reply, await exportPdf(ctx, services, params.pageId)),
  'GET /api/v1/posts/:postId/pages': (ctx, { params }) => readPagesOfPost(ctx, params.postId),
  'GET /api/v1/posts/:postId/page-beginning': (ctx, { params, query }) =>
    readBeginning(ctx, { ...query, postId: params.postId }),
})
