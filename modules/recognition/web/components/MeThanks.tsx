import { HeartHandshake } from 'lucide-react'
import { Way } from '#modules/people/web/public.ts'
import { Rows, Section } from '#ui/Layout.tsx'
import { minePath } from '../paths.ts'
import { useT } from '../t.ts'

/** On "Me": words received and given. */
export default function MeThanks() {
  const t = useT()
  return (
    <Section title={t('title')}>
      <Rows label={t('title')}>
        <Way
          to={minePath}
          icon={<HeartHandshake aria-hidden />}
          title={t('mine.title')}
          hint={t('mine.link')}
        />
      </Rows>
    </Section>
  )
}
