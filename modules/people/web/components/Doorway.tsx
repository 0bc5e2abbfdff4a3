import type { ReactNode } from 'react'
import { interfaceLanguages } from '#platform/shared/i18n.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { cx } from '#ui/cx.ts'
import { Yard } from '#ui/illustrations.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { useT } from '../t.ts'
import './people.css'

interface Props {
  title: string
  kicker?: ReactNode
  lead?: ReactNode
  wide?: boolean
  children: ReactNode
}

/** What stands before the house: sign-in, set-up, invitation. One column, and the language within reach. */
export function Doorway({ title, kicker, lead, wide, children }: Props) {
  const t = useT()
  const { language, setLanguage } = useLanguage()
  const other = interfaceLanguages.find((known) => known !== language) ?? 'fr'
  return (
    <Page title={title}>
      <div className="doorway">
        <header className="doorway-top">
          <span className="doorway-mark">
            <Yard />
            Préau
          </span>
          <Button look="quiet" size="small" onPress={() => setLanguage(other)}>
            <span lang={other}>{t(`language.${other}`)}</span>
          </Button>
        </header>
        <main id="main" tabIndex={-1} className={cx('doorway-main', wide && 'doorway-wide')}>
          <PageHeader title={title} kicker={kicker} lead={lead} />
          {children}
        </main>
      </div>
    </Page>
  )
}
