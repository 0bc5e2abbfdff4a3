import { Mail } from 'lucide-react'
import { PlainLink } from '#platform/web/links.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { useT } from '#modules/notifications/web/t.ts'
import { ownMailPath } from '../paths.ts'

/** The way from "Me" to one's addresses and mailings. */
export default function OwnMailLink() {
  const t = useT()
  return (
    <Section title={t('mailIn.mine.section')}>
      <Rows label={t('mailIn.mine.section')}>
        <li className="flex items-start gap-3 [&>svg]:mt-1 [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:text-muted">
          <Mail aria-hidden />
          <div className="grid">
            <PlainLink to={ownMailPath} className="font-semibold hover:underline">
              {t('mailIn.mine.title')}
            </PlainLink>
            <span className="text-sm text-muted">{t('mailIn.mine.hint')}</span>
          </div>
        </li>
      </Rows>
    </Section>
  )
}
