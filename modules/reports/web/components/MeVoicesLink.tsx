import { Quote } from 'lucide-react'
import { Way } from '#modules/people/web/public.ts'
import { Rows, Section } from '#ui/Layout.tsx'
import { voicesPath } from '../paths.ts'
import { useT } from '../t.ts'

/** On "Me": what people would like to quote. */
export default function MeVoicesLink() {
  const t = useT()
  return (
    <Section title={t('mine.title')}>
      <Rows label={t('mine.title')}>
        <Way to={voicesPath} icon={<Quote aria-hidden />} title={t('mine.title')} hint={t('mine.link')} />
      </Rows>
    </Section>
  )
}
