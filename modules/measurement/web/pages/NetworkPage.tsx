import { useNavigate, useSearch } from '@tanstack/react-router'
import { Frame } from '#modules/workbench/web/public.ts'
import { Link } from '#platform/web/links.tsx'
import { NetworkView } from '../components/NetworkView.tsx'
import { publishedPath } from '../network-paths.ts'
import { useT } from '../t.ts'

/** The network of entities, in the workbench: the very figures that members read. */
export function NetworkPage() {
  const t = useT()
  const { period } = useSearch({ strict: false }) as { period?: string }
  const navigate = useNavigate()
  return (
    <Frame title={t('network.title')} lead={t('network.lead')}>
      {({ slug }) => (
        <>
          <p>
            <Link to={publishedPath(slug)}>{t('network.announce.link')}</Link>
          </p>
          <NetworkView
            slug={slug}
            period={period}
            onPeriod={(next) => void navigate({ to: '.', search: { period: next } as never, replace: true })}
            mayAct
          />
        </>
      )}
    </Frame>
  )
}
