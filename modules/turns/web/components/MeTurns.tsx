import { useQuery } from '@tanstack/react-query'
import { Megaphone } from 'lucide-react'
import { Way } from '#modules/people/web/public.ts'
import { Rows, Section } from '#ui/Layout.tsx'
import { turnsPath } from '../paths.ts'
import { mineQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** On "Me": my weeks on the company's accounts; nothing for those who keep none. */
export default function MeTurns() {
  const t = useT()
  const { data } = useQuery({ ...mineQuery, staleTime: 300_000 })
  if (!data || data.accounts.length + data.turns.length + data.looks.length === 0) return null
  return (
    <Section title={t('title')}>
      <Rows label={t('title')}>
        <Way to={turnsPath} icon={<Megaphone aria-hidden />} title={t('mine.title')} hint={t('mine.link')} />
      </Rows>
    </Section>
  )
}
