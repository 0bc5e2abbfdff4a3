import '../components/ambassadors.css'
import { useSearch } from '@tanstack/react-router'
import { Frame } from '#modules/workbench/web/public.ts'
import { ProgrammesHere } from '../components/ProgrammesHere.tsx'
import { useT } from '../t.ts'

/** The ambassadors of a community, for who animates it. */
export function BenchPage() {
  const t = useT()
  const { programme } = useSearch({ strict: false }) as { programme?: string }
  return (
    <Frame title={t('bench.title')} lead={t('bench.lead')}>
      {({ id }) => <ProgrammesHere communityId={id} first={programme} />}
    </Frame>
  )
}
