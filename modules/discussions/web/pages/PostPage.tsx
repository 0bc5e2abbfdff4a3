import '../components/discussions.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import { Lock, Pin } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { PostDetail } from '#modules/discussions/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, Link, PlainLink } from '#platform/web/links.tsx'
import { Page, RightRail } from '#platform/web/Page.tsx'
import { useMember } from '#platform/web/session.ts'
import { Slot } from '#platform/web/slots.tsx'
import { isAccent } from '#ui/accents.ts'
import { Avatar } from '#ui/Avatar.tsx'
import { Notice } from '#ui/Layout.tsx'
import { Prose } from '#ui/Prose.tsx'
import { Time } from '#ui/Time.tsx'
import { changePost } from '../acts.ts'
import { Attachments } from '../components/Attachments.tsx'
import { AuthorName, useNameOf } from '../components/Author.tsx'
import { HiddenNotice } from '../components/HiddenNotice.tsx'
import { Helped, ServedLine } from '../components/Helped.tsx'
import { KindMark } from '../components/KindMark.tsx'
import { PartnerBand } from '../components/PartnerBand.tsx'
import { PostActs } from '../components/PostActs.tsx'
import { Reactions } from '../components/Reactions.tsx'
import { Thread } from '../components/Thread.tsx'
import { SameSubject } from '../components/SameSubject.tsx'
import { usePostLive } from '../components/use-post-live.ts'
import { useRoomForTwo, useWide } from '../components/use-wide.ts'
import type { Shown } from '../components/PostText.tsx'
import { BookmarkButton } from '../components/BookmarkButton.tsx'
import { communityPath, postPath } from '../paths.ts'
import { patchCards, postQuery } from '../queries.ts'
import { slotTextOf } from '../slot-text.ts'
import { useT } from '../t.ts'

const EditBox = lazy(async () => ({ default: (await import('../composer/EditBox.tsx')).EditBox }))
const PostText = lazy(() => import('../components/PostText.tsx'))
const SharedQuote = lazy(async () => ({
  default: (await import('../components/SharedQuote.tsx')).SharedQuote,
}))
const SharedIn = lazy(async () => ({ default: (await import('../components/SharedQuote.tsx')).SharedIn }))
const LinkCard = lazy(() => import('../components/LinkCard.tsx'))
const HistoryDialog = lazy(() => import('../components/HistoryDialog.tsx'))

/** A conversation: what was said, what answers it, and where to reply. */
export function PostPage() {
  const { postId = '' } = useParams({ strict: false }) as { postId?: string }
  const { data: post } = useSuspenseQuery(postQuery(postId))
  return <Conversation key={post.id} post={post} />
}

function Conversation({ post }: { post: PostDetail }) {
  const t = useT()
  const { language } = useLanguage()
  const nameOf = useNameOf()
  const { hash } = useLocation()
  const [isEditing, setEditing] = useState(false)
  const [showHistory, setShowHistory] = useState(false)
  const isWide = useWide()
  const text = slotTextOf(post, undefined, useMember().id)
  usePostLive(post.id)
  const name = nameOf(post.author)
  const where = pickText(post.community.name, language)
  const { translation } = post
  const isRoomy = useRoomForTwo()
  const [shown, setShown] = useState<Shown>(
    translation?.language === language && post.language !== language ? 'translation' : 'original',
  )
  const spoken = translation && shown === 'translation' ? translation : post
  const title = spoken.title ?? post.title ?? t('post.untitled', { kind: t(`kind.${post.kind}`), name })
  // Outside system: the counters of unread. Opening a conversation of a card marked unread clears its mark here.
  useEffect(() => patchCards(post.id, (item) => (item.unread ? { ...item, unread: false } : item)), [post.id])

  return (
    <Page title={title} place={where}>
      <div data-accent={isAccent(post.community.accent) ? post.community.accent : undefined}>
        <article aria-labelledby="post-title">
          <header className="page-head">
            <p className="page-kicker flex flex-wrap items-center gap-x-4 gap-y-1">
              <PlainLink to={communityPath(post.community.slug)} className="hover:underline">
                {where}
              </PlainLink>
              <KindMark kind={post.kind} />
              {post.pinned && (
                <span className="inline-flex items-center gap-1.5 font-normal text-muted">
                  <Pin aria-hidden />
                  {t('post.pinned')}
                </span>
              )}
            </p>
            <div className="flex items-start justify-between gap-3">
              <h1
                id="post-title"
                tabIndex={-1}
                lang={spoken.title ? spoken.language : post.title ? post.language : undefined}
                className={post.title ? undefined : 'text-[1.4375rem]'}
              >
                {title}
              </h1>
              {!post.deletedAt && (
                <span className="flex shrink-0 items-center">
                  <BookmarkButton post={post} />
                  <Slot name="postButtons" text={text} />
                  <PostActs post={post} text={text} onEdit={() => setEditing(true)} />
                </span>
              )}
            </div>
            <div className="flex items-center gap-3">
              <Avatar id={post.author.id} name={post.author.displayName} photo={post.author.photoUrl} />
              <div className="min-w-0">
                <p className="post-line">
                  <AuthorName member={post.author} />
                  <PlainLink to={postPath(post.id)}>
                    <Time at={post.createdAt} />
                  </PlainLink>
                  {post.editedAt && !post.deletedAt && (
                    <button
                      type="button"
                      className="link min-h-6 text-muted"
                      onClick={() => setShowHistory(true)}
                    >
                      {t('post.edited')}
                    </button>
                  )}
                </p>
                {(post.author.jobTitle ?? post.author.entityName) && (
                  <p className="text-sm text-muted">
                    {[post.author.jobTitle, post.author.entityName].filter(Boolean).join(' · ')}
                  </p>
                )}
              </div>
            </div>
            {post.community.partnersAdmitted && <PartnerBand />}
            {post.closure && <ClosedNotice closure={post.closure} />}
          </header>
          {isEditing && post.bodyMd !== null ? (
            <Suspense>
              <EditBox
                id={post.id}
                title={post.title}
                bodyMd={post.bodyMd}
                attachments={post.attachments}
                language={post.language}
                communityId={post.community.id}
                tags={post.tags}
                onClose={() => setEditing(false)}
                onSave={async (edited) => {
                  const item = await api('PATCH /api/v1/posts/:postId', {
                    params: { postId: post.id },
                    body: edited,
                  })
                  patchCards(post.id, () => item)
                  const fresh = await api('GET /api/v1/posts/:postId', { params: { postId: post.id } })
                  changePost(post.id, (now) => ({ ...fresh, comments: now.comments }))
                }}
              />
            </Suspense>
          ) : post.bodyHtml === null ? (
            post.hidden ? (
              <HiddenNotice hidden={post.hidden} isMine={text.isMine} />
            ) : (
              <p className="italic text-muted">{t('post.gone')}</p>
            )
          ) : (
            <>
              {translation ? (
                <Suspense fallback={<Prose html={post.bodyHtml} language={post.language} />}>
                  <PostText
                    post={post}
                    translation={translation}
                    shown={shown}
                    onShow={setShown}
                    isWide={isRoomy}
                  />
                </Suspense>
              ) : (
                <Prose html={post.bodyHtml} language={post.language} />
              )}
              <Suspense>
                {post.shared && (
                  <div className="mt-4">
                    <SharedQuote source={post.shared.source} />
                  </div>
                )}
                {post.preview && (
                  <LinkCard postId={post.id} preview={post.preview} isRemovable={post.can.edit === true} />
                )}
              </Suspense>
              <Attachments list={post.attachments} bodyHtml={post.bodyHtml} />
            </>
          )}
          {post.tags.length > 0 && (
            <ul className="mt-4 flex flex-wrap gap-2" aria-label={t('post.tags')}>
              {post.tags.map((tag) => (
                <li key={tag}>
                  <PlainLink
                    to={`${communityPath(post.community.slug)}?tag=${encodeURIComponent(tag)}`}
                    className="tag tag-neutral"
                  >
                    {tag}
                  </PlainLink>
                </li>
              ))}
            </ul>
          )}
          {post.sharedIn && (
            <Suspense>
              <SharedIn places={post.sharedIn} />
            </Suspense>
          )}
          {post.links.length > 0 && (
            <p className="mt-4 text-base text-muted">
              {t('post.related')}{' '}
              {post.links.map((link, index) => (
                <span key={link.id}>
                  {index > 0 && ' · '}
                  <Link to={postPath(link.id)}>{link.title ?? t('post.aConversation')}</Link>
                </span>
              ))}
            </p>
          )}
          {!post.deletedAt && !isEditing && <Slot name="postPanels" text={text} />}
          {post.served && (
            <div className="mt-3">
              <ServedLine served={post.served} isPost />
            </div>
          )}
          {!post.deletedAt && !isEditing && (
            <div className="act-line mt-4">
              <Reactions
                postId={post.id}
                commentId={null}
                counts={post.reactionCounts}
                mine={post.myReactions}
                isPermitted={post.can.react === true}
              />
              {post.can.markHelped === true && (
                <Helped postId={post.id} commentId={null} isOn={post.iWasHelped} />
              )}
            </div>
          )}
        </article>
        <Thread post={post} calledId={/^#?c-(.+)$/.exec(hash)?.[1]} />
      </div>
      {isWide && (
        <RightRail>
          <SameSubject post={post} />
        </RightRail>
      )}
      {showHistory && (
        <Suspense>
          <HistoryDialog postId={post.id} onClose={() => setShowHistory(false)} />
        </Suspense>
      )}
    </Page>
  )
}

function ClosedNotice({ closure }: { closure: NonNullable<PostDetail['closure']> }) {
  const t = useT()
  return (
    <Notice icon={<Lock aria-hidden />} title={t('close.closed', { reason: t(`closure.${closure.reason}`) })}>
      {closure.note && <p>{closure.note}</p>}
      {closure.duplicateOf && (
        <p>
          <ButtonLink to={postPath(closure.duplicateOf.id)} size="small">
            {closure.duplicateOf.title ?? t('close.seeOther')}
          </ButtonLink>
        </p>
      )}
      <p className="text-sm text-muted">
        {closure.by && `${closure.by.displayName} · `}
        <Time at={closure.at} />
      </p>
    </Notice>
  )
}
