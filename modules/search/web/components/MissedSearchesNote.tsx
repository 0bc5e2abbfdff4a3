import { Lens } from '#ui/illustrations.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { missedSearchesPath } from '../paths.ts'
import { useT } from '../t.ts'

/** Below the figures: the way to what was searched here and not found. */
export default function MissedSearchesNote({ slug }: { slug: string }) {
  const t = useT()
  return (
    <section className="section flex flex-wrap items-center gap-4" aria-labelledby="missed-note">
      <span aria-hidden className="w-16">
        <Lens />
      </span>
      <div className="min-w-0 grow">
        <h2 id="missed-note">{t('missed.title')}</h2>
        <p className="text-muted">{t('missed.note')}</p>
      </div>
      <ButtonLink to={missedSearchesPath(slug)}>{t('missed.open')}</ButtonLink>
    </section>
  )
}
