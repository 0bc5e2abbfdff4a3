import { Megaphone } from 'lucide-react'
import { Way } from '#modules/people/web/public.ts'
import { Rows, Section } from '#ui/Layout.tsx'
import { minePath } from '../paths.ts'
import { useT } from '../t.ts'

/** On "Me": my mandate and my record. */
export default function MeAmbassador() {
  const t = useT()
  return (
    <Section title={t('title')}>
      <Rows label={t('title')}>
        <Way to={minePath} icon={<Megaphone aria-hidden />} title={t('mine.title')} hint={t('mine.link')} />
      </Rows>
    </Section>
  )
}
