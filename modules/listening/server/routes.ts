import { contract } from '#modules/listening/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { answerTheme, askDecision, handOver, takeOnDecision } from './operations/ask-decision.ts'
import { askCheck, checkTheme, findCheckers } from './operations/check-theme.ts'
import {
  addExcerpt,
  anonymiseWords,
  beginTheme,
  giveUpTheme,
  takeOutExcerpt,
  wordQuote,
  wordTheme,
} from './operations/code-themes.ts'
import { closeTheme, completeAction, promiseNewDate, publishAnswer } from './operations/publish-answer.ts'
import { readBoard, readHeard } from './operations/read-board.ts'
import { readMine, refuseToBeQuoted } from './operations/read-mine.ts'
import { listTaggedTexts, listUncodedTexts, readPostListening, tagText } from './operations/tag-text.ts'
import { readTheme } from './operations/view-theme.ts'

export const routes = serve(contract, {
  'PUT /api/v1/listening/tags': (ctx, { body }) => tagText(ctx, body),
  'GET /api/v1/posts/:postId/listening': (ctx, { params }) => readPostListening(ctx, params.postId),
  'GET /api/v1/communities/:community/listening-tags': (ctx, { params, query }) =>
    listTaggedTexts(ctx, { ...params, ...query }),
  'GET /api/v1/communities/:community/heard': (ctx, { params, query }) =>
    readHeard(ctx, { ...params, ...query }),
  'GET /api/v1/communities/:community/listening': (ctx, { params }) => readBoard(ctx, params.community),
  'GET /api/v1/communities/:community/listening/texts': (ctx, { params, query }) =>
    listUncodedTexts(ctx, { ...params, ...query }),
  'POST /api/v1/communities/:community/listening/themes': (ctx, { params, body }) =>
    beginTheme(ctx, { ...params, ...body }),
  'POST /api/v1/communities/:community/listening/anonymised': (ctx, { params, body }) =>
    anonymiseWords(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/listening/checkers': (ctx, { params, query }) =>
    findCheckers(ctx, { ...params, ...query }),
  'GET /api/v1/listening/themes/:themeId': (ctx, { params }) => readTheme(ctx, params.themeId),
  'PATCH /api/v1/listening/themes/:themeId': (ctx, { params, body }) =>
    wordTheme(ctx, { ...params, ...body }),
  'DELETE /api/v1/listening/themes/:themeId': (ctx, { params }) => giveUpTheme(ctx, params.themeId),
  'POST /api/v1/listening/themes/:themeId/excerpts': (ctx, { params, body }) =>
    addExcerpt(ctx, { ...params, ...body }),
  'PATCH /api/v1/listening/excerpts/:excerptId': (ctx, { params, body }) =>
    wordQuote(ctx, { ...params, ...body }),
  'DELETE /api/v1/listening/excerpts/:excerptId': (ctx, { params }) => takeOutExcerpt(ctx, params.excerptId),
  'POST /api/v1/listening/excerpts/:excerptId/refusal': (ctx, { params }) =>
    refuseToBeQuoted(ctx, params.excerptId),
  'POST /api/v1/listening/themes/:themeId/check-request': (ctx, { params, body }) =>
    askCheck(ctx, { ...params, ...body }),
  'POST /api/v1/listening/themes/:themeId/check': (ctx, { params, body }) =>
    checkTheme(ctx, { ...params, ...body }),
  'POST /api/v1/listening/themes/:themeId/decision': (ctx, { params, body }) =>
    askDecision(ctx, { ...params, ...body }),
  'GET /api/v1/me/listening': (ctx) => readMine(ctx),
  'POST /api/v1/listening/decisions/:decisionId/acceptance': (ctx, { params }) =>
    takeOnDecision(ctx, params.decisionId),
  'POST /api/v1/listening/decisions/:decisionId/handover': (ctx, { params, body }) =>
    handOver(ctx, { ...params, ...body }),
  'PUT /api/v1/listening/decisions/:decisionId/answer': (ctx, { params, body }) =>
    answerTheme(ctx, { ...params, ...body }),
  'POST /api/v1/listening/themes/:themeId/publication': (ctx, { params, body }) =>
    publishAnswer(ctx, { ...params, ...body }),
  'POST /api/v1/listening/themes/:themeId/closure': (ctx, { params, body }) =>
    closeTheme(ctx, { ...params, ...body }),
  'POST /api/v1/listening/actions/:actionId/done': (ctx, { params, body }) =>
    completeAction(ctx, { ...params, ...body }),
  'POST /api/v1/listening/actions/:actionId/new-date': (ctx, { params, body }) =>
    promiseNewDate(ctx, { ...params, ...body }),
})
