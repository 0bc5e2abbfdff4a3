import { Camera } from 'lucide-react'
import { Way } from '#modules/people/web/public.ts'
import { Rows, Section } from '#ui/Layout.tsx'
import { consentsPath } from '../paths.ts'
import { useT } from '../t.ts'

/** On "Me": what stories of campaigns ask of me. */
export default function MeConsents() {
  const t = useT()
  return (
    <Section title={t('title')}>
      <Rows label={t('title')}>
        <Way
          to={consentsPath}
          icon={<Camera aria-hidden />}
          title={t('consents.title')}
          hint={t('consents.link')}
        />
      </Rows>
    </Section>
  )
}
