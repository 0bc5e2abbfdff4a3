import { useQuery } from '@tanstack/react-query'
import type { PostDetail } from '#modules/discussions/contract.ts'
import { api } from '#platform/web/api.ts'
import { PlainLink } from '#platform/web/links.tsx'
import { Time } from '#ui/Time.tsx'
import { postPath } from '../paths.ts'
import { plainWords } from '../text/kind-proposal.ts'
import { useT } from '../t.ts'

/** Beside a question, others near it. Nothing is shown when there is none. */
export function SameSubject({ post }: { post: PostDetail }) {
  const t = useT()
  const q = plainWords(post.title ?? (post.bodyHtml ?? '').replace(/<[^>]+>/g, ' '))
    .slice(0, 200)
    .trim()
  const { data } = useQuery({
    queryKey: ['discussions', 'same-subject', post.id, q],
    queryFn: ({ signal }) =>
      api('GET /api/v1/questions/similar', { query: { q, community: post.community.id }, signal }),
    enabled: q.length >= 8,
    staleTime: 10 * 60_000,
    retry: false,
  })
  const others = data?.items.filter(({ id }) => id !== post.id).slice(0, 4) ?? []
  if (others.length === 0) return null
  return (
    <section aria-labelledby="same-subject">
      <h2 id="same-subject">{t('post.sameSubject')}</h2>
      <ul className="rows">
        {others.map((question) => (
          <li key={question.id} className="grid gap-0.5">
            <PlainLink to={postPath(question.id)} className="font-semibold hover:underline">
              {question.title ?? question.excerpt}
            </PlainLink>
            <span className="text-sm text-muted">
              {question.hasAcceptedAnswer ? t('post.solved') : t('post.answers', { n: question.answerCount })}{' '}
              · <Time at={question.createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
