import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Door } from '#ui/illustrations.tsx'
import { useT } from '../t.ts'

/** What the others find behind an administrator's address. Nothing of the room is asked from the server. */
export function AdministratorsOnlyPage() {
  const t = useT()
  return (
    <Page title={t('administratorsOnly.title')}>
      <div className="empty min-h-[60vh] content-center">
        <div className="empty-picture">
          <Door />
        </div>
        <h1 tabIndex={-1}>{t('administratorsOnly.title')}</h1>
        <p>{t('administratorsOnly.hint')}</p>
        <div className="empty-acts">
          <ButtonLink to="/me">{t('administratorsOnly.back')}</ButtonLink>
        </div>
      </div>
    </Page>
  )
}
