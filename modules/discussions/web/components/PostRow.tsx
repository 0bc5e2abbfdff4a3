import { CircleCheck, Lock, MessageCircle, Paperclip, Pin, Share2 } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { FeedItem } from '#modules/discussions/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { useMember } from '#platform/web/session.ts'
import { isAccent } from '#ui/accents.ts'
import { Avatar } from '#ui/Avatar.tsx'
import { Time } from '#ui/Time.tsx'
import { communityPath, postPath } from '../paths.ts'
import { useT } from '../t.ts'
import { AuthorName } from './Author.tsx'
import { KindMark } from './KindMark.tsx'

const SharedQuoteOf = lazy(() => import('./SharedQuote.tsx'))

interface Props {
  item: FeedItem
  /** On the home page, which mixes communities. */
  showCommunity?: boolean | undefined
}

/** A post in a list: who, where, what, and where the conversation stands. */
export function PostRow({ item: { card, community, unread }, showCommunity }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const me = useMember()
  const reactions = Object.values(card.reactionCounts).reduce((sum, n) => sum + (n ?? 0), 0)
  const mine = card.otherLanguage
  // The author's own words in the reader's language, where the post is in another.
  const words = mine?.language === language && card.language !== language ? mine : card
  const isQuestion = card.kind === 'question'
  // Answers are counted among the comments; here they have their own word.
  const remarks = isQuestion ? card.commentCount - card.answerCount : card.commentCount
  return (
    <article
      id={`post-${card.id}`}
      className="post-row"
      data-accent={isAccent(community.accent) ? community.accent : undefined}
      aria-labelledby={`post-${card.id}-title`}
    >
      <Avatar id={card.author.id} name={card.author.displayName} photo={card.author.photoUrl} />
      <div className="grid min-w-0 gap-1">
        <p className="post-line">
          {unread && card.author.id !== me.id && (
            <span>
              <span className="unread-dot" aria-hidden />
              <span className="sr-only">{t('unread')}</span>
            </span>
          )}
          <AuthorName member={card.author} />
          {showCommunity && (
            <PlainLink to={communityPath(community.slug)} className="text-accent">
              {pickText(community.name, language)}
            </PlainLink>
          )}
          <Time at={card.createdAt} />
          {card.pinned && (
            <span>
              <Pin aria-hidden />
              {t('post.pinned')}
            </span>
          )}
        </p>
        {words.title !== null && (
          <h3 className="post-title" lang={words.language} id={`post-${card.id}-title`}>
            <PlainLink to={postPath(card.id)} className="post-cover">
              {words.title}
            </PlainLink>
          </h3>
        )}
        {/* A short text without a title is its own title. */}
        <div
          className={words.title === null && words.excerpt.length <= 110 ? 'post-title' : 'post-excerpt'}
          lang={words.language}
        >
          {words.title === null ? (
            <PlainLink to={postPath(card.id)} className="post-cover" id={`post-${card.id}-title`}>
              {words.excerpt ||
                t('post.untitled', { kind: t(`kind.${card.kind}`), name: card.author.displayName })}
            </PlainLink>
          ) : (
            words.excerpt
          )}
        </div>
        {card.isShare && (
          <div className="post-above">
            <Suspense>
              <SharedQuoteOf postId={card.id} />
            </Suspense>
          </div>
        )}
        {card.image && (
          <img
            className="post-picture"
            src={card.image.url}
            alt={card.image.alt ?? ''}
            loading="lazy"
            {...(card.image.width &&
              card.image.height && { width: card.image.width, height: card.image.height })}
          />
        )}
        <p className="post-line mt-0.5">
          <KindMark kind={card.kind} />
          {card.isShare && (
            <span>
              <Share2 aria-hidden />
              {t('share.mark')}
            </span>
          )}
          {isQuestion &&
            (card.acceptedAnswerId ? (
              <span className="text-good">
                <CircleCheck aria-hidden />
                {t('post.solved')}
              </span>
            ) : (
              <span>
                {card.answerCount === 0 ? t('post.noAnswer') : t('post.answers', { n: card.answerCount })}
              </span>
            ))}
          {remarks > 0 && (
            <span>
              <MessageCircle aria-hidden />
              {t('post.comments', { n: remarks })}
            </span>
          )}
          {reactions > 0 && <span>{t('post.reactions', { n: reactions })}</span>}
          {card.attachmentCount > 0 && (
            <span>
              <Paperclip aria-hidden />
              {t('post.files', { n: card.attachmentCount })}
            </span>
          )}
          {card.closed && (
            <span>
              <Lock aria-hidden />
              {t('post.closed')}
            </span>
          )}
        </p>
      </div>
    </article>
  )
}
