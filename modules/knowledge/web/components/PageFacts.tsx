import { MemberLink } from '#modules/people/web/public.ts'
import { PlainLink } from '#platform/web/links.tsx'
import type { PageDetail } from '#modules/knowledge/shapes.ts'
import { communityPagesPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useDay } from './use-day.ts'

/** Who wrote a page, who answers for it, when it is reviewed, where it stands. */
export function PageFacts({ page }: { page: PageDetail }) {
  const t = useT()
  const day = useDay()
  return (
    <section aria-labelledby="page-about">
      <h2 id="page-about">{t('page.about')}</h2>
      <dl className="page-facts pt-2">
        <div>
          <dt>{t('page.authors')}</dt>
          {page.authors.map(({ member, part }) => (
            <dd key={member.id}>
              <MemberLink member={member} />
              {part !== 'wrote' && <span className="text-sm text-muted"> {t(`page.part.${part}`)}</span>}
            </dd>
          ))}
        </div>
        <div>
          <dt>{t('page.owner')}</dt>
          <dd>
            {page.owner && !page.isOwnerGone ? (
              <MemberLink member={page.owner} />
            ) : page.owner ? (
              t('page.ownerGone', { name: page.owner.displayName })
            ) : (
              t('page.noOwner')
            )}
          </dd>
        </div>
        {!page.withdrawal && (
          <div>
            <dt>{t('page.reviewOn', { day: day(page.reviewOn) })}</dt>
            {page.reviewed && <dd>{t('page.reviewedBy', { name: page.reviewed.by.displayName })}</dd>}
          </div>
        )}
        {page.tags.length > 0 && (
          <div>
            <dt>{t('page.tags')}</dt>
            <dd className="flex flex-wrap gap-2 pt-1">
              {page.tags.map((tag) => (
                <PlainLink
                  key={tag}
                  to={`${communityPagesPath(page.community.slug)}?tag=${encodeURIComponent(tag)}`}
                  className="tag tag-neutral hover:underline"
                >
                  {tag}
                </PlainLink>
              ))}
            </dd>
          </div>
        )}
        {page.collections.length > 0 && (
          <div>
            <dt>{t('collection.title')}</dt>
            {page.collections.map(({ id, name }) => (
              <dd key={id}>{name}</dd>
            ))}
          </div>
        )}
      </dl>
    </section>
  )
}
