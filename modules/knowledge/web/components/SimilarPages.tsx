import { useQuery } from '@tanstack/react-query'
import { BookOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { pickText } from '#platform/shared/local-text.ts'
import { api, type ApiResponse } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import type { SlotWriting } from '#platform/web/slots.tsx'
import { pagePath } from '../paths.ts'
import { useT } from '../t.ts'
import { PageStatus } from './PageStatus.tsx'

/** The first words decide; asked once the person pauses. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('')
  // Outside system: the clock.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 700)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** While writing a question: pages that may already answer it. */
export default function SimilarPages({ writing }: { writing: SlotWriting }) {
  const isAsking = writing.kind === 'question' || writing.bodyMd.includes('?')
  const words = isAsking ? `${writing.title ?? ''} ${writing.bodyMd}`.replace(/[#*_>`[\]()]/g, ' ') : ''
  const text = useSettled(words.replace(/\s+/g, ' ').trim().slice(0, 240))
  const { data } = useQuery({
    queryKey: ['knowledge', 'similar', text, writing.communityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/pages/similar', {
        query: { text, ...(writing.communityId && { communityId: writing.communityId }) },
        signal,
      }),
    enabled: text.length >= 12,
    staleTime: 5 * 60_000,
    retry: false,
    // The last proposals stay while the next ones are on their way.
    placeholderData: (before) => (text.length >= 12 ? before : undefined),
  })
  const items = text.length >= 12 ? (data?.items ?? []) : []
  return items.length > 0 ? <Similar items={items} /> : null
}

function Similar({ items }: { items: ApiResponse<'GET /api/v1/pages/similar'>['items'] }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <section aria-labelledby="similar-pages" className="px-4 pb-3">
      <h3 id="similar-pages" className="flex items-center gap-2 text-sm text-muted">
        <BookOpen aria-hidden className="size-4" />
        {t('similar.title')}
      </h3>
      <ul className="grid gap-1 pt-1">
        {items.map(({ page, community }) => (
          <li key={page.id} className="flex flex-wrap items-center gap-x-2">
            <PlainLink to={pagePath(page.id)} className="link" lang={page.language} dir="auto">
              {page.title}
            </PlainLink>
            <span className="text-sm text-muted">{pickText(community.name, language)}</span>
            <PageStatus status={page.status} />
          </li>
        ))}
      </ul>
    </section>
  )
}
