import { PlainLink } from '#platform/web/links.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { useT } from '../../t.ts'
import { ownMailPath } from '../paths.ts'

/** The way from "Me" to one's addresses and mailings. */
export default function OwnMailLink() {
  const t = useT()
  return (
    <Section title={t('mailIn.mine.section')}>
      <Rows label={t('mailIn.mine.section')}>
        <li>
          <PlainLink to={ownMailPath} className="font-semibold hover:underline">
            {t('mailIn.mine.title')}
          </PlainLink>
          <p className="text-muted">{t('mailIn.mine.hint')}</p>
        </li>
      </Rows>
    </Section>
  )
}
