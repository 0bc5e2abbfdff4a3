import type { ErrorComponentProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiError } from '#platform/web/api.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Door, Lens, Unplugged } from '#ui/illustrations.tsx'
import { useT } from '../t.ts'

function Whole({
  title,
  hint,
  picture,
  acts,
  detail,
}: {
  title: string
  hint: string
  picture: ReactNode
  acts?: ReactNode
  detail?: string | undefined
}) {
  const t = useT()
  return (
    <Page title={title}>
      <div className="empty min-h-[60vh] content-center">
        <div className="empty-picture">{picture}</div>
        <h1 tabIndex={-1}>{title}</h1>
        <p>{hint}</p>
        <div className="empty-acts">
          {acts}
          <ButtonLink to="/" look="secondary">
            {t('error.home')}
          </ButtonLink>
        </div>
        {detail && <code className="mt-4 font-code text-sm text-muted">{detail}</code>}
      </div>
    </Page>
  )
}

const reload = () => window.location.reload()

/** Absent and invisible are the same page. */
export function NotFoundPage() {
  const t = useT()
  return <Whole title={t('error.notFound')} hint={t('error.notFoundHint')} picture={<Lens />} />
}

/** What a failed loader or a crashed page shows: 404, 403, offline, or our own fault. */
export function CrashPage({ error }: ErrorComponentProps) {
  const t = useT()
  const api = error instanceof ApiError ? error : undefined
  const said = error instanceof Error ? error.message : String(error)
  if (api?.status === 404) return <NotFoundPage />
  if (api?.status === 403)
    return <Whole title={t('error.notPermitted')} hint={t('error.notPermittedHint')} picture={<Door />} />
  const again = (
    <button type="button" className="btn btn-primary" onClick={reload}>
      {t('error.reload')}
    </button>
  )
  // A chunk that cannot be fetched is the network, or a new release whose files replaced the old ones.
  const isNetwork = api?.status === 0 || /dynamically imported module|Importing a module/.test(said)
  if (isNetwork)
    return (
      <Whole title={t('error.offline')} hint={t('error.offlineHint')} picture={<Unplugged />} acts={again} />
    )
  if (api?.status === 502 || api?.status === 503)
    return (
      <Whole
        title={t('error.restarting')}
        hint={t('error.restartingHint')}
        picture={<Unplugged />}
        acts={again}
      />
    )
  return (
    <Whole
      title={t('error.crash')}
      hint={t('error.crashHint')}
      picture={<Unplugged />}
      acts={again}
      detail={api?.requestId ?? said}
    />
  )
}
