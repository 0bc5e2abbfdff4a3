import './knowledge.css'
import { useQuery } from '@tanstack/react-query'
import { BookOpen } from 'lucide-react'
import { PlainLink } from '#platform/web/links.tsx'
import type { SlotText } from '#platform/web/slots.tsx'
import { pagePath } from '../paths.ts'
import { pagesOfPostQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { PageStatus } from './PageStatus.tsx'

/** Under a conversation: the pages made of it; nothing when there is none. */
export default function PagesOfPost({ text }: { text: SlotText }) {
  const { data } = useQuery(pagesOfPostQuery(text.postId))
  const items = data?.items ?? []
  // Its words are fetched only where there is something to say.
  return items.length > 0 ? <Made items={items} /> : null
}

function Made({ items }: { items: NonNullable<ReturnType<typeof usePages>> }) {
  const t = useT()
  return (
    <section className="made-of" aria-labelledby="made-of">
      <h2 id="made-of" className="flex items-center gap-2 text-base">
        <BookOpen aria-hidden className="size-4" />
        {items.length === 1 ? t('from.was') : t('from.wereMore')}
      </h2>
      <ul className="grid gap-1">
        {items.map(({ page }) => (
          <li key={page.id} className="flex flex-wrap items-center gap-2">
            <PlainLink to={pagePath(page.id)} className="link" lang={page.language} dir="auto">
              {page.title}
            </PlainLink>
            <PageStatus status={page.status} />
          </li>
        ))}
      </ul>
    </section>
  )
}
const usePages = (postId: string) => useQuery(pagesOfPostQuery(postId)).data?.items
