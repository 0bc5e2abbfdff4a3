import { useParams } from '@tanstack/react-router'
import { useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { PromisesView } from '../components/PromisesView.tsx'
import { useT } from '../t.ts'

/** Public to whoever reads the community: what was promised, what was done, what was withdrawn and why. */
export function PromisesPage() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const community = useCommunity(slug)
  return (
    <Page title={t('promises.title')} {...(community && { place: pickText(community.name, language) })}>
      <div className="pb-5">
        <h2>{t('promises.title')}</h2>
        <p className="max-w-[38rem] pt-1 text-pretty text-muted">{t('promises.lead')}</p>
      </div>
      <PromisesView place={{ slug }} />
    </Page>
  )
}
