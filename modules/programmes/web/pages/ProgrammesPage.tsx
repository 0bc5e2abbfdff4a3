import { Page } from '#platform/web/Page.tsx'
import { Slot } from '#platform/web/slots.tsx'
import { useT } from '../t.ts'

/** What the company undertakes together: change programmes, ambassadors, campaigns, newsletters. */
export function ProgrammesPage() {
  const t = useT()
  return (
    <Page title={t('title')}>
      <h1>{t('title')}</h1>
      <Slot name="programmeBlocks" />
    </Page>
  )
}
