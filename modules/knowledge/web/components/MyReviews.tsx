import './knowledge.css'
import { useQuery } from '@tanstack/react-query'
import { pickText } from '#platform/shared/local-text.ts'
import type { ApiResponse } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { pagePath } from '../paths.ts'
import { mineToReviewQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { ReviewActs } from './ReviewActs.tsx'
import { useDay } from './use-day.ts'

/** On the home page: pages one answers for whose date has come; nothing when there is none. */
export default function MyReviews() {
  const { data } = useQuery(mineToReviewQuery)
  const items = data?.items ?? []
  return items.length > 0 ? <Reviews items={items.slice(0, 3)} /> : null
}

function Reviews({ items }: { items: ApiResponse<'GET /api/v1/me/pages-to-review'>['items'] }) {
  const t = useT()
  const day = useDay()
  const { language } = useLanguage()
  return (
    <section aria-labelledby="my-reviews" className="pb-6">
      <h2 id="my-reviews" className="text-[1.1875rem]">
        {t('review.mine')}
      </h2>
      <ul className="rows">
        {items.map((card) => (
          <li key={card.id} className="grid gap-2">
            <div className="grid gap-0.5">
              <PlainLink
                to={pagePath(card.id)}
                className="font-semibold hover:underline"
                lang={card.language}
                dir="auto"
              >
                {card.title}
              </PlainLink>
              <span className="text-sm text-muted">
                {pickText(card.community.name, language)} · {t('review.since', { day: day(card.reviewOn) })}
              </span>
            </div>
            <ReviewActs page={card} />
          </li>
        ))}
      </ul>
    </section>
  )
}
