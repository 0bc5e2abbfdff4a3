import { Handshake } from 'lucide-react'
import { Way } from '#modules/people/web/public.ts'
import { Rows, Section } from '#ui/Layout.tsx'
import { minePath } from '../paths.ts'
import { useT } from '../t.ts'

/** On "Me": what I promised as a sponsor, and what I prepare for one. */
export default function MeCommitments() {
  const t = useT()
  return (
    <Section title={t('title')}>
      <Rows label={t('title')}>
        <Way to={minePath} icon={<Handshake aria-hidden />} title={t('mine.title')} hint={t('mine.link')} />
      </Rows>
    </Section>
  )
}
