import { Check, Pencil } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { PageDetail } from '#modules/knowledge/contract.ts'
import { api } from '#platform/web/api.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { editPath } from '../paths.ts'
import { keepPage } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from './use-act.ts'
import { useDay } from './use-day.ts'

const WithdrawDialog = lazy(() => import('./WithdrawDialog.tsx'))

interface Props {
  page: { id: string; title: string; community: { id: string; slug: string } }
  canChange?: boolean | undefined
  canWithdraw?: boolean | undefined
  onDone?: (() => void) | undefined
}

/** The three answers at the review date: still true, change, withdraw. */
export function ReviewActs({ page, canChange = true, canWithdraw = true, onDone }: Props) {
  const t = useT()
  const day = useDay()
  const { isActing, act } = useAct()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const confirm = () =>
    act(async () => {
      const now: PageDetail = await api('POST /api/v1/pages/:pageId/review', {
        params: { pageId: page.id },
        body: {},
      })
      keepPage(now)
      toast(t('review.confirmed', { day: day(now.reviewOn) }))
      onDone?.()
    })
  return (
    <div className="page-acts">
      <Button
        look="primary"
        size="small"
        isPending={isActing}
        onPress={confirm}
        aria-label={t('review.stillTrueOf', { title: page.title })}
      >
        <Check aria-hidden />
        {t('review.stillTrue')}
      </Button>
      {canChange && (
        <ButtonLink
          to={editPath(page.id)}
          size="small"
          aria-label={t('review.changeOf', { title: page.title })}
        >
          <Pencil aria-hidden />
          {t('review.change')}
        </ButtonLink>
      )}
      {canWithdraw && (
        <Button
          size="small"
          onPress={() => setWithdrawing(true)}
          aria-label={t('review.withdrawOf', { title: page.title })}
        >
          {t('review.withdraw')}
        </Button>
      )}
      <Suspense>
        {isWithdrawing && (
          <WithdrawDialog page={page} onClose={() => setWithdrawing(false)} onDone={onDone} />
        )}
      </Suspense>
    </div>
  )
}
