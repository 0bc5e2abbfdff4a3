import { useQuery } from '@tanstack/react-query'
import { EyeOff } from 'lucide-react'
import type { PostDetail, SharedSource } from '#modules/discussions/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link, PlainLink } from '#platform/web/links.tsx'
import { isAccent } from '#ui/accents.ts'
import { Time } from '#ui/Time.tsx'
import { communityPath, postPath } from '../paths.ts'
import { useT } from '../t.ts'
import { KindMark } from './KindMark.tsx'

/** What a share quotes, as this reader may see it: the conversation, or only that there is one. */
export function SharedQuote({ source }: { source: SharedSource | null }) {
  const t = useT()
  const { language } = useLanguage()
  if (!source)
    return (
      <div className="quote-card">
        <p className="flex items-center gap-2 font-semibold">
          <EyeOff aria-hidden className="size-[1.1em] text-muted" />
          {t('share.hidden')}
        </p>
        <p className="text-sm text-muted">{t('share.hiddenHint')}</p>
      </div>
    )
  return (
    <article
      className="quote-card"
      data-accent={isAccent(source.community.accent) ? source.community.accent : undefined}
      aria-label={t('share.from', { name: pickText(source.community.name, language) })}
    >
      <p className="post-line">
        <span className="author">{source.author.displayName}</span>
        <PlainLink to={communityPath(source.community.slug)} className="text-accent">
          {pickText(source.community.name, language)}
        </PlainLink>
        <Time at={source.createdAt} />
      </p>
      <p className="font-semibold" lang={source.language}>
        <PlainLink to={postPath(source.id)} className="hover:underline">
          {source.title ?? (source.excerpt || t('post.aConversation'))}
        </PlainLink>
      </p>
      {source.title && (
        <p className="post-excerpt" lang={source.language}>
          {source.excerpt}
        </p>
      )}
      <p className="post-line">
        <KindMark kind={source.kind} />
        {source.commentCount > 0 && <span>{t('post.comments', { n: source.commentCount })}</span>}
      </p>
    </article>
  )
}

/** The same in a list, asked by itself: lists are the same for every reader, quotes are not. */
export default function SharedQuoteOf({ postId }: { postId: string }) {
  const { data } = useQuery({
    queryKey: ['discussions', 'shared', postId],
    queryFn: ({ signal }) => api('GET /api/v1/posts/:postId/shared', { params: { postId }, signal }),
    retry: false,
  })
  return data ? <SharedQuote source={data.source} /> : null
}

/** Where else people talk about it, as far as this reader may know. */
export function SharedIn({ places }: { places: NonNullable<PostDetail['sharedIn']> }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <p className="mt-4 text-base text-muted">
      {t('share.sharedIn')}{' '}
      {places.map(({ postId, community, by }, index) => (
        <span key={postId}>
          {index > 0 && ' · '}
          <Link to={postPath(postId)}>{pickText(community.name, language)}</Link>{' '}
          {t('share.by', { name: by.displayName })}
        </span>
      ))}
    </p>
  )
}
