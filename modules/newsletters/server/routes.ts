import { contract } from '#modules/newsletters/contract.ts'
import { serve } from '#platform/http/serve.ts'
import {
  beginNewsletter,
  changeNewsletter,
  closeEdition,
  nameEditor,
  openEdition,
  readNewsletter,
  readNewsletters,
} from './operations/keep-newsletters.ts'
import { chooseNewsletter, forgetMyTrouble, readMine, readTroubles } from './operations/my-newsletters.ts'
import { findQuotable, previewIssue, readReach, readWork, testIssue } from './operations/prepare-issue.ts'
import { listIssues, readIssue } from './operations/read-issues.ts'
import { cancelIssue, checkIssue, reportIssue, scheduleIssue, stopIssue } from './operations/send-issue.ts'
import {
  beginIssue,
  changeIssue,
  discardIssue,
  readVersions,
  restorePart,
  savePart,
} from './operations/write-issue.ts'

export const routes = serve(contract, {
  'GET /api/v1/newsletters': (ctx) => readNewsletters(ctx),
  'POST /api/v1/newsletters': (ctx, { body }) => beginNewsletter(ctx, body),
  'GET /api/v1/newsletters/:newsletter': (ctx, { params }) => readNewsletter(ctx, params.newsletter),
  'PUT /api/v1/newsletters/:newsletter': (ctx, { params, body }) =>
    changeNewsletter(ctx, { ...params, ...body }),
  'PUT /api/v1/newsletters/:newsletter/editors': (ctx, { params, body }) =>
    nameEditor(ctx, { ...params, ...body }),
  'POST /api/v1/newsletters/:newsletter/editions': (ctx, { params, body }) =>
    openEdition(ctx, { ...params, ...body }),
  'DELETE /api/v1/newsletters/:newsletter/editions/:edition': (ctx, { params }) => closeEdition(ctx, params),
  'POST /api/v1/newsletters/:newsletter/issues': (ctx, { params, body }) =>
    beginIssue(ctx, { ...params, ...body }),
  'GET /api/v1/me/newsletters': (ctx) => readMine(ctx),
  'PUT /api/v1/me/newsletters/:newsletter': (ctx, { params, body }) =>
    chooseNewsletter(ctx, { ...params, ...body }),
  'DELETE /api/v1/me/mail-trouble': (ctx) => forgetMyTrouble(ctx),
  'GET /api/v1/administration/mail-troubles': (ctx) => readTroubles(ctx),
  'GET /api/v1/newsletter-issues': (ctx, { query }) => listIssues(ctx, query),
  'GET /api/v1/newsletter-issues/:issue': (ctx, { params, query, services }) =>
    readIssue(ctx, services, { ...params, ...query }),
  'DELETE /api/v1/newsletter-issues/:issue': (ctx, { params }) => discardIssue(ctx, params.issue),
  'GET /api/v1/newsletter-issues/:issue/work': (ctx, { params }) => readWork(ctx, params.issue),
  'PUT /api/v1/newsletter-issues/:issue/work': (ctx, { params, body }) =>
    changeIssue(ctx, { ...params, ...body }),
  'PUT /api/v1/newsletter-issues/:issue/parts/:part': (ctx, { params, body }) =>
    savePart(ctx, { ...params, ...body }),
  'GET /api/v1/newsletter-issues/:issue/parts/:part/versions': (ctx, { params }) => readVersions(ctx, params),
  'POST /api/v1/newsletter-issues/:issue/parts/:part/restore': (ctx, { params, body }) =>
    restorePart(ctx, { ...params, ...body }),
  'GET /api/v1/newsletter-issues/:issue/items': (ctx, { params, query }) =>
    findQuotable(ctx, { ...params, ...query }),
  'POST /api/v1/newsletter-issues/:issue/reach': (ctx, { params, body }) =>
    readReach(ctx, { ...params, ...body }),
  'GET /api/v1/newsletter-issues/:issue/preview': (ctx, { params, query, services }) =>
    previewIssue(ctx, services, { ...params, ...query }),
  'POST /api/v1/newsletter-issues/:issue/test': (ctx, { params, body, services }) =>
    testIssue(ctx, services, { ...params, ...body }),
  'GET /api/v1/newsletter-issues/:issue/checks': (ctx, { params, services }) =>
    checkIssue(ctx, services, params.issue),
  'POST /api/v1/newsletter-issues/:issue/schedule': (ctx, { params, body, services }) =>
    scheduleIssue(ctx, services, { ...params, ...body }),
  'POST /api/v1/newsletter-issues/:issue/cancel': (ctx, { params }) => cancelIssue(ctx, params.issue),
  'POST /api/v1/newsletter-issues/:issue/stop': (ctx, { params }) => stopIssue(ctx, params.issue),
  'GET /api/v1/newsletter-issues/:issue/report': (ctx, { params }) => reportIssue(ctx, params.issue),
})
