import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { DateField } from '#ui/DateField.tsx'
import { keepPage } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from './use-act.ts'
import { firstReviewDay } from './use-day.ts'

interface Props {
  page: {
    id: string
    owner: MemberCard | null
    reviewOn: string
    isOwnerGone?: boolean | undefined
    community: { slug: string }
  }
  onClose: () => void
}

/** Who answers for a page, and when they are asked whether it is still true. */
export default function ArrangeDialog({ page, onClose }: Props) {
  const t = useT()
  const { isActing, act } = useAct()
  const [owner, setOwner] = useState(page.isOwnerGone ? null : page.owner)
  const [reviewOn, setReviewOn] = useState(page.reviewOn)
  const submit = () =>
    act(async () => {
      keepPage(
        await api('PATCH /api/v1/pages/:pageId', {
          params: { pageId: page.id },
          body: {
            ...(owner && owner.id !== page.owner?.id && { ownerId: owner.id }),
            ...(reviewOn && reviewOn !== page.reviewOn && { reviewOn }),
          },
        }),
      )
      toast(t('arrange.done'))
      onClose()
    })
  return (
    <Dialog
      title={t('arrange.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" onPress={submit} isPending={isActing} isDisabled={!owner}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <PersonPicker
          slug={page.community.slug}
          label={t('arrange.owner')}
          hint={t('arrange.ownerHint')}
          chosen={owner}
          onChoose={setOwner}
        />
        <DateField
          label={t('arrange.reviewOn')}
          value={reviewOn || null}
          onChange={(day) => setReviewOn(day ?? '')}
          min={firstReviewDay()}
        />
      </div>
    </Dialog>
  )
}
