import { ChartNoAxesColumn } from 'lucide-react'
import { ButtonLink } from '#platform/web/links.tsx'
import type { SlotWriting } from '#platform/web/slots.tsx'
import { newPollPath } from '../paths.ts'
import { useT } from '../t.ts'

/** At the foot of the composer: ask with choices instead. What is written stays as a draft. */
export default function PollTool({ writing }: { writing: SlotWriting }) {
  const t = useT()
  return (
    <ButtonLink to={newPollPath(writing.communityId)} look="quiet" icon aria-label={t('new.title')}>
      <ChartNoAxesColumn aria-hidden />
    </ButtonLink>
  )
}
