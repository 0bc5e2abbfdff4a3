import { useQuery } from '@tanstack/react-query'
import type { ProgrammeStep } from '#modules/kinds/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Rows } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { helpersQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Who has done a step and agreed to be asked; their profile says how to reach them. */
export default function HelpersDialog({
  slug,
  step,
  onClose,
}: {
  slug: string
  step: ProgrammeStep
  onClose: () => void
}) {
  const t = useT()
  const { data } = useQuery(helpersQuery(slug, step.id))
  return (
    <Dialog
      title={t('programme.askTitle')}
      isOpen
      onClose={onClose}
      acts={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      <p>{t('programme.askHint')}</p>
      {!data && <SkeletonRows rows={2} />}
      {data?.items.length === 0 && <p className="text-muted">{t('programme.askNone')}</p>}
      <Rows label={t('programme.askTitle')}>
        {data?.items.map(({ member }) => (
          <li key={member.id}>
            <MemberLink member={member} />
          </li>
        ))}
      </Rows>
    </Dialog>
  )
}
