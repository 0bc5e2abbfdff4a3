import { CircleAlert, CircleCheck, CircleSlash } from 'lucide-react'
import type { PageStatus as Status } from '#modules/knowledge/contract.ts'
import { Tag } from '#ui/Tag.tsx'
import { useT } from '../t.ts'

/** Nothing for a current page in a list: only what differs is marked. */
export function PageStatus({ status, always }: { status: Status; always?: boolean | undefined }) {
  const t = useT()
  if (status === 'toReview')
    return (
      <Tag tone="warn" icon={<CircleAlert aria-hidden />}>
        {t('status.toReview')}
      </Tag>
    )
  if (status === 'obsolete')
    return (
      <Tag tone="bad" icon={<CircleSlash aria-hidden />}>
        {t('status.obsolete')}
      </Tag>
    )
  return always ? (
    <Tag tone="good" icon={<CircleCheck aria-hidden />}>
      {t('status.current')}
    </Tag>
  ) : null
}
