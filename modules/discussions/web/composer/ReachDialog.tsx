import { ApiError } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useT } from '../t.ts'

/** The refusal that is a question: how many people would be told. It is asked in a dialog, not shown as a trouble. */
export const isReachQuestion = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.code === 'reachToConfirm'

interface Props {
  error: unknown
  /** Sends again with `reachConfirmed`. */
  onConfirm: () => void
  onBack: () => void
}

/** Before everybody is told: how many that is. */
export function ReachDialog({ error, onConfirm, onBack }: Props) {
  const t = useT()
  if (!isReachQuestion(error)) return null
  return (
    <Dialog
      title={t('reach.title')}
      isOpen
      alert
      onClose={onBack}
      acts={
        <>
          <Button onPress={onBack}>{t('reach.back')}</Button>
          <Button look="primary" onPress={onConfirm}>
            {t('reach.confirm')}
          </Button>
        </>
      }
    >
      <p className="font-semibold">{t('reach.people', { n: Number(error.data['people'] ?? 0) })}</p>
      <p>{t('reach.hint')}</p>
    </Dialog>
  )
}
