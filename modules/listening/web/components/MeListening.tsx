import { Ear } from 'lucide-react'
import { Way } from '#modules/people/web/public.ts'
import { Rows, Section } from '#ui/Layout.tsx'
import { minePath } from '../paths.ts'
import { useT } from '../t.ts'

/** On "Me": what communities expect of me, and what they repeat of my words. */
export default function MeListening() {
  const t = useT()
  return (
    <Section title={t('title')}>
      <Rows label={t('title')}>
        <Way to={minePath} icon={<Ear aria-hidden />} title={t('mine.title')} hint={t('mine.link')} />
      </Rows>
    </Section>
  )
}
