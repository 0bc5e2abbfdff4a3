import { useRef, useState } from 'react'
import type { Comment, PostDetail } from '#modules/discussions/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api, ApiError, newKey } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { useMember } from '#platform/web/session.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { changePost } from '../acts.ts'
import { PartnerBand } from '../components/PartnerBand.tsx'
import { useDraft } from '../drafts.ts'
import { focusWhenThere } from '../focus-when-there.ts'
import { commentAnchor, postPath } from '../paths.ts'
import { countComment } from '../queries.ts'
import { useT } from '../t.ts'
import { languageOf } from '../text/kind-proposal.ts'
import { keepLineBreaks } from '../text/line-breaks.ts'
import { withComment, withoutComment } from '../thread.ts'
import { withPictures } from '../upload.ts'
import { AttachmentStrip } from './AttachmentStrip.tsx'
import { leaveForLater } from './later.ts'
import { isUnreached, RestoredLine, SendTrouble } from './Notes.tsx'
import { isReachQuestion, ReachDialog } from './ReachDialog.tsx'
import { TextEditor } from './TextEditor.tsx'
import { useAttachments } from './use-attachments.ts'
import { useSend } from './use-send.ts'

interface Props {
  post: PostDetail
  /** The comment or answer that is replied to. */
  under?: Comment | undefined
  onDone?: (() => void) | undefined
}

/** The same composer, lighter: under a conversation, or under one comment. */
export function ReplyBox({ post, under, onDone }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const me = useMember()
  const say = useErrorWords(t)
  const draft = useDraft(under ? `reply:${under.id}` : `comment:${post.id}`)
  const { writing, change } = draft
  const canAnswer = post.kind === 'question' && !under
  // Who asked rather adds a detail; everybody else rather answers.
  const [isAnswer, setAnswer] = useState(canAnswer && post.author.id !== me.id)
  const [isEmpty, setEmpty] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const isReachConfirmed = useRef(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const attachments = useAttachments(writing.attachments, (apply) =>
    change((now) => ({ attachments: apply(now.attachments) })),
  )

  /** What is seen until the server has rendered it: the words, without their formatting. */
  const pendingComment = (bodyMd: string): Comment => ({
    id: `sending-${writing.sendKey}`,
    postId: post.id,
    parentId: under?.id ?? null,
    author: {
      id: me.id,
      displayName: me.name,
      photoUrl: me.photo,
      jobTitle: null,
      entityName: null,
      kind: me.isGuest ? 'guest' : 'employee',
      isFormer: false,
    },
    isAnswer: canAnswer && isAnswer,
    isAccepted: false,
    bodyHtml: bodyMd
      .split(/\n{2,}/)
      .map((part) => `<p>${escapeHtml(part).replace(/\n/g, '<br>')}</p>`)
      .join(''),
    bodyMd: null,
    language: languageOf(bodyMd, language),
    createdAt: new Date().toISOString(),
    editedAt: null,
    deletedAt: null,
    reactionCounts: {},
    myReactions: [],
    iWasHelped: false,
    served: null,
    attachments: writing.attachments,
    imported: false,
    can: { edit: false, delete: false, accept: false, react: false, reply: false, markHelped: false },
  })

  const letter = () => {
    const bodyMd = keepLineBreaks(withPictures(writing.bodyMd, writing.attachments))
    return {
      bodyMd,
      ...(canAnswer && { isAnswer }),
      ...(under && { parentId: under.id }),
      language: languageOf(bodyMd, language),
      attachments: writing.attachments.map(({ id }) => id),
      draftKey: under ? `reply:${under.id}` : `comment:${post.id}`,
      ...(isReachConfirmed.current && { reachConfirmed: true }),
    }
  }
  const sending = useSend(async () => {
    const body = letter()
    const shown = pendingComment(body.bodyMd)
    changePost(post.id, (now) => withComment(now, shown))
    try {
      const comment = await api('POST /api/v1/posts/:postId/comments', {
        params: { postId: post.id },
        body,
        idempotencyKey: writing.sendKey,
      })
      changePost(post.id, (now) => withComment(withoutComment(now, shown.id), comment))
      return comment
    } catch (error) {
      changePost(post.id, (now) => withoutComment(now, shown.id))
      throw error
    }
  })
  const later = async () => {
    const isKept = await leaveForLater(writing, {
      memberId: me.id,
      route: 'POST /api/v1/posts/:postId/comments',
      params: { postId: post.id },
      body: letter(),
      place: post.title ?? pickText(post.community.name, language),
      href: postPath(post.id),
      said: t('composer.later'),
    })
    if (!isKept) return
    sending.clearError()
    draft.forget()
    setFocused(false)
    onDone?.()
  }
  const submit = async () => {
    if (sending.isSending || attachments.isBusy) return
    if (writing.bodyMd.trim() === '' && writing.attachments.length === 0) {
      setEmpty(true)
      area.current?.focus()
      return
    }
    if (sending.error instanceof ApiError && sending.error.code === 'idempotencyMismatch')
      change({ sendKey: newKey() })
    if (!navigator.onLine) return later()
    const comment = await sending.send()
    if (!comment) return
    isReachConfirmed.current = false
    draft.forget()
    setFocused(false)
    onDone?.()
    countComment(post.id, comment.isAnswer)
    toast(comment.isAnswer ? t('reply.answered') : t('reply.sent'))
    focusWhenThere(`#${CSS.escape(commentAnchor(comment.id))}`)
  }

  const isOpen = isFocused || Boolean(under) || writing.bodyMd !== '' || writing.attachments.length > 0
  const label = under
    ? t('reply.under', { name: under.author.displayName })
    : isAnswer
      ? t('reply.answer')
      : t('reply.comment')
  return (
    <form
      className={isOpen ? 'writing-frame p-4 pt-2' : 'writing-frame px-4 py-1'}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {post.community.partnersAdmitted && isOpen && <PartnerBand writing />}
      {draft.isRestored && <RestoredLine onErase={draft.forget} onKeep={draft.dismissRestored} />}
      <TextEditor
        ref={area}
        label={label}
        placeholder={isAnswer ? t('reply.answerPlaceholder') : t('reply.commentPlaceholder')}
        value={sending.isSending ? '' : writing.bodyMd}
        onChange={(bodyMd) => {
          setEmpty(false)
          draft.dismissRestored()
          change({ bodyMd })
        }}
        onSubmit={() => void submit()}
        {...(under && onDone && { onEscape: onDone })}
        onFocus={() => setFocused(true)}
        onFiles={attachments.add}
        rows={isOpen && !under ? 3 : under ? 2 : 1}
        showTools={isOpen}
        autoFocus={under !== undefined}
        isInvalid={isEmpty}
        communityId={post.community.id}
      >
        <AttachmentStrip list={writing.attachments} attachments={attachments} />
      </TextEditor>
      {isOpen && (
        <div className="writing-foot">
          {canAnswer && (
            <Checkbox isSelected={!isAnswer} onChange={(isComment) => setAnswer(!isComment)}>
              {t('reply.onlyComment')}
            </Checkbox>
          )}
          <span className="ml-auto flex gap-2">
            {under && (
              <Button look="quiet" {...(onDone && { onPress: onDone })}>
                {t('cancel')}
              </Button>
            )}
            <Button
              type="submit"
              look="primary"
              isPending={sending.isSending}
              isDisabled={attachments.isBusy}
            >
              {canAnswer && isAnswer ? t('reply.sendAnswer') : t('reply.send')}
            </Button>
          </span>
        </div>
      )}
      {isEmpty && (
        <p role="alert" className="pt-2 text-bad">
          {t('composer.problem.empty')}
        </p>
      )}
      {sending.error !== undefined && !isReachQuestion(sending.error) && (
        <SendTrouble
          words={say(sending.error)}
          onRetry={() => void submit()}
          onLater={isUnreached(sending.error) ? () => void later() : undefined}
        />
      )}
      <ReachDialog
        error={sending.error}
        onBack={sending.clearError}
        onConfirm={() => {
          isReachConfirmed.current = true
          void submit()
        }}
      />
    </form>
  )
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
