import type { FastifyRequest } from 'fastify'
import { markAllCommunitiesSeen } from '#modules/communities/public.ts'
import { contract } from '#modules/discussions/contract.ts'
import { RawJson, serve } from '#platform/http/serve.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { answerWithFile } from './file-answer.ts'
import { decideFileLimits, readFileLimits, readOwnRoom } from './operations/decide-limits.ts'
import { acceptAnswer, withdrawAcceptance } from './operations/accept-answer.ts'
import { addComment } from './operations/add-comment.ts'
import { changePost } from './operations/change-post.ts'
import { closePost, reopenPost } from './operations/close-post.ts'
import { deleteComment } from './operations/delete-comment.ts'
import { deletePost } from './operations/delete-post.ts'
import { editComment } from './operations/edit-comment.ts'
import { forgetDraft, keepDraft, readDraft, readDrafts } from './operations/keep-draft.ts'
import { dropBookmark, keepBookmark, readBookmarks } from './operations/keep-bookmark.ts'
import { loadAttachment, removeUpload } from './operations/load-attachment.ts'
import { markHelped, unmarkHelped } from './operations/mark-helped.ts'
import { changeKind, movePost } from './operations/move-post.ts'
import { readMentionGroups } from './operations/name-groups.ts'
import { pinPost } from './operations/pin-post.ts'
import { publishPost } from './operations/publish-post.ts'
import { react, unreact } from './operations/react.ts'
import {
  readComment,
  readCommentHistory,
  readComments,
  readConversation,
  readPostHistory,
  readReactors,
} from './operations/read-conversation.ts'
import {
  readCommunityFeed,
  readHomeFeed,
  readHomeFeedOfSession,
  readRecentlyActive,
  readTags,
  readUnread,
  readUnreadOfSession,
  readWaitingQuestions,
} from './operations/read-feeds.ts'
import { loadPreviewImage, removePreview } from './operations/remove-preview.ts'
import { decideSharing, readShared, readSharing, sharePost } from './operations/share-post.ts'
import { removeTranslation, translatePost } from './operations/translate-post.ts'
import { uploadAttachment } from './operations/upload-attachment.ts'
import { findPreviewsInSecret, setPreviewsInSecret } from './queries/previews.ts'
import { countThreadView } from './thread-views.ts'

const raw = async (text: Promise<string>): Promise<RawJson> => new RawJson(await text)

/** The one file of a multipart body; `alt` counts when it comes before it. */
async function readUpload(
  request: FastifyRequest,
): Promise<{ bytes: Buffer; name: string | undefined; alt: string | null }> {
  if (!request.isMultipart()) throw new Refusal('fileMissing')
  let alt: string | null = null
  for await (const part of request.parts({ limits: { files: 1 } })) {
    if (part.type === 'file') return { bytes: await part.toBuffer(), name: part.filename, alt }
    if (part.fieldname === 'alt' && typeof part.value === 'string') alt = part.value
  }
  throw new Refusal('fileMissing')
}

export const routes = serve(
  contract,
  {
    'GET /api/v1/feed': (ctx, { query }) => raw(readHomeFeed(ctx, query)),
    'GET /api/v1/feed/unread': (ctx) => raw(readUnread(ctx)),
    'POST /api/v1/feed/seen': (ctx) => markAllCommunitiesSeen(ctx),
    'GET /api/v1/communities/:community/feed': (ctx, { params, query }) =>
      raw(readCommunityFeed(ctx, { ...query, community: params.community })),
    'GET /api/v1/communities/:community/recently-active': (ctx, { params }) =>
      raw(readRecentlyActive(ctx, params.community)),
    'GET /api/v1/communities/:community/tags': (ctx, { params }) => raw(readTags(ctx, params.community)),
    'GET /api/v1/questions/waiting': (ctx, { query }) => raw(readWaitingQuestions(ctx, query.limit ?? 10)),

    'POST /api/v1/posts': (ctx, { body }) => publishPost(ctx, body),
    'GET /api/v1/posts/:postId': async (ctx, { params, services }) => {
      const body = await readConversation(ctx, params.postId)
      countThreadView(services, params.postId, ctx.now)
      return new RawJson(body)
    },
    'PATCH /api/v1/posts/:postId': (ctx, { params, body }) =>
      raw(changePost(ctx, { ...body, postId: params.postId })),
    'DELETE /api/v1/posts/:postId': (ctx, { params }) => deletePost(ctx, params.postId),
    'GET /api/v1/posts/:postId/history': (ctx, { params }) => raw(readPostHistory(ctx, params.postId)),
    'GET /api/v1/posts/:postId/comments': (ctx, { params, query }) =>
      raw(readComments(ctx, params.postId, query)),
    'POST /api/v1/posts/:postId/comments': async (ctx, { params, body }) => {
      const { id } = await addComment(ctx, { ...body, postId: params.postId })
      return raw(readComment(ctx, params.postId, id))
    },
    'PUT /api/v1/posts/:postId/pin': (ctx, { params }) =>
      pinPost(ctx, { postId: params.postId, pinned: true }),
    'DELETE /api/v1/posts/:postId/pin': (ctx, { params }) =>
      pinPost(ctx, { postId: params.postId, pinned: false }),
    'PUT /api/v1/posts/:postId/closure': (ctx, { params, body }) =>
      closePost(ctx, { ...body, postId: params.postId }),
    'DELETE /api/v1/posts/:postId/closure': (ctx, { params }) => reopenPost(ctx, params.postId),
    'PUT /api/v1/posts/:postId/kind': (ctx, { params, body }) =>
      changeKind(ctx, { postId: params.postId, kind: body.kind }),
    'PUT /api/v1/posts/:postId/community': (ctx, { params, body }) =>
      movePost(ctx, { postId: params.postId, communityId: body.communityId }),
    'PUT /api/v1/posts/:postId/accepted-answer': (ctx, { params, body }) =>
      acceptAnswer(ctx, { postId: params.postId, commentId: body.commentId }),
    'DELETE /api/v1/posts/:postId/accepted-answer': (ctx, { params }) =>
      withdrawAcceptance(ctx, params.postId),
    'GET /api/v1/posts/:postId/reactions': (ctx, { params, query }) =>
      readReactors(ctx, { postId: params.postId }, query),
    'PUT /api/v1/posts/:postId/reactions/:kind': (ctx, { params }) => react(ctx, params),
    'DELETE /api/v1/posts/:postId/reactions/:kind': (ctx, { params }) => unreact(ctx, params),
    'PUT /api/v1/posts/:postId/helped': (ctx, { params }) => markHelped(ctx, params),
    'DELETE /api/v1/posts/:postId/helped': (ctx, { params }) => unmarkHelped(ctx, params),

    'PATCH /api/v1/comments/:commentId': async (ctx, { params, body }) => {
      const { postId } = await editComment(ctx, { ...body, commentId: params.commentId })
      return raw(readComment(ctx, postId, params.commentId))
    },
    'DELETE /api/v1/comments/:commentId': (ctx, { params }) => deleteComment(ctx, params.commentId),
    'GET /api/v1/comments/:commentId/history': (ctx, { params }) =>
      raw(readCommentHistory(ctx, params.commentId)),
    'GET /api/v1/comments/:commentId/reactions': (ctx, { params, query }) => readReactors(ctx, params, query),
    'PUT /api/v1/comments/:commentId/reactions/:kind': (ctx, { params }) => react(ctx, params),
    'DELETE /api/v1/comments/:commentId/reactions/:kind': (ctx, { params }) => unreact(ctx, params),
    'PUT /api/v1/comments/:commentId/helped': (ctx, { params }) => markHelped(ctx, params),
    'DELETE /api/v1/comments/:commentId/helped': (ctx, { params }) => unmarkHelped(ctx, params),

    'GET /api/v1/drafts': async (ctx) => ({ items: await readDrafts(ctx) }),
    'GET /api/v1/drafts/:key': (ctx, { params }) => readDraft(ctx, params.key),
    'PUT /api/v1/drafts/:key': (ctx, { params, body }) => keepDraft(ctx, params.key, body),
    'DELETE /api/v1/drafts/:key': (ctx, { params }) => forgetDraft(ctx, params.key),

    'POST /api/v1/attachments': async (ctx, { request, services }) =>
      uploadAttachment(ctx, services.blobs, await readUpload(request)),
    'DELETE /api/v1/attachments/:attachmentId': (ctx, { params }) => removeUpload(ctx, params.attachmentId),
    'GET /api/v1/attachments/:attachmentId': async (ctx, { params, request, reply, services }) =>
      answerWithFile(request, reply, services.blobs, await loadAttachment(ctx, params.attachmentId, 'full')),
    'GET /api/v1/attachments/:attachmentId/thumbnail': async (ctx, { params, request, reply, services }) =>
      answerWithFile(
        request,
        reply,
        services.blobs,
        await loadAttachment(ctx, params.attachmentId, 'thumbnail'),
      ),

    'GET /api/v1/communities/:community/mention-groups': async (ctx, { params }) => ({
      items: await readMentionGroups(ctx, params.community),
    }),
    'GET /api/v1/me/bookmarks': (ctx, { query }) => readBookmarks(ctx, query),
    'PUT /api/v1/me/bookmarks/:postId': (ctx, { params, body }) =>
      keepBookmark(ctx, { ...body, postId: params.postId }),
    'DELETE /api/v1/me/bookmarks/:postId': (ctx, { params }) => dropBookmark(ctx, params.postId),

    'POST /api/v1/posts/:postId/shares': (ctx, { params, body }) =>
      sharePost(ctx, { ...body, postId: params.postId }),
    'GET /api/v1/posts/:postId/shared': (ctx, { params }) => raw(readShared(ctx, params.postId)),
    'GET /api/v1/communities/:community/sharing': (ctx, { params }) => readSharing(ctx, params.community),
    'PUT /api/v1/communities/:community/sharing': (ctx, { params, body }) =>
      decideSharing(ctx, params.community, body.isAllowed),

    'PUT /api/v1/posts/:postId/translation': (ctx, { params, body }) =>
      raw(translatePost(ctx, { ...body, postId: params.postId })),
    'DELETE /api/v1/posts/:postId/translation/:language': (ctx, { params }) => removeTranslation(ctx, params),

    'DELETE /api/v1/posts/:postId/preview': (ctx, { params }) => removePreview(ctx, params.postId),
    'GET /api/v1/posts/:postId/preview/image': async (ctx, { params, request, reply, services }) =>
      answerWithFile(request, reply, services.blobs, await loadPreviewImage(ctx, params.postId)),

    'GET /api/v1/me/files': (ctx) => readOwnRoom(ctx),
    'GET /api/v1/admin/file-limits': (ctx) => readFileLimits(ctx),
    'PUT /api/v1/admin/file-limits': (ctx, { body }) => decideFileLimits(ctx, body),
    'GET /api/v1/admin/link-previews': async (ctx, { services }) => ({
      isOn: services.fetchOutside !== undefined,
      inSecret: await findPreviewsInSecret(ctx.tx),
    }),
    'PUT /api/v1/admin/link-previews': async (ctx, { body }) => {
      await setPreviewsInSecret(ctx.tx, body.inSecret)
    },
  },
  // Asked at every opening of a page and at every return to it. With the session in the same statement they cost the
  // process and PostgreSQL less (figures: docs/mechanisms/performance.md).
  { 'GET /api/v1/feed': readHomeFeedOfSession, 'GET /api/v1/feed/unread': readUnreadOfSession },
)
