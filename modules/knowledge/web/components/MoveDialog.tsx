import { useState } from 'react'
import type { PageDetail } from '#modules/knowledge/contract.ts'
import { useMyCommunities } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { keepPage } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from './use-act.ts'

/** Moves a page to another community of the person. */
export default function MoveDialog({ page, onClose }: { page: PageDetail; onClose: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const { isActing, act } = useAct()
  const [communityId, setCommunityId] = useState<string | null>(null)
  const others = useMyCommunities().filter(
    ({ id, stage }) => id !== page.community.id && stage !== 'archived',
  )
  const submit = () =>
    act(async () => {
      keepPage(
        await api('PUT /api/v1/pages/:pageId/community', {
          params: { pageId: page.id },
          body: { communityId: communityId! },
        }),
      )
      toast(t('page.moved'))
      onClose()
    })
  return (
    <Dialog
      title={t('page.moveTitle')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" onPress={submit} isPending={isActing} isDisabled={!communityId}>
            {t('page.move')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{t('page.moveHint')}</p>
        <Select
          label={t('page.community')}
          options={others.map(({ id, name }) => ({ id, label: pickText(name, language) }))}
          value={communityId}
          onChange={setCommunityId}
        />
      </div>
    </Dialog>
  )
}
