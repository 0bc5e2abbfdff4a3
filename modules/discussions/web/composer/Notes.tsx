import { CircleAlert, X } from 'lucide-react'
import { ApiError } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { useT } from '../t.ts'

/** "Draft found · erase": quiet, and gone with the next letter. */
export function RestoredLine({ onErase, onKeep }: { onErase: () => void; onKeep: () => void }) {
  const t = useT()
  return (
    <p className="flex items-center gap-2 text-sm text-muted" role="status">
      <span>{t('composer.restored')}</span>
      <span aria-hidden>·</span>
      <button type="button" className="link min-h-7 text-muted" onClick={onErase}>
        {t('composer.erase')}
      </button>
      <Button
        look="quiet"
        size="small"
        icon
        className="ml-auto"
        aria-label={t('composer.keepDraft')}
        onPress={onKeep}
      >
        <X aria-hidden />
      </Button>
    </p>
  )
}

interface Trouble {
  words: string
  onRetry: () => void
  /** Offered when the server could not be reached. */
  onLater?: (() => void) | undefined
}
export const isUnreached = (error: unknown): boolean => error instanceof ApiError && error.status === 0

/** What was refused or did not arrive: the text is kept, and sent again with one press. */
export function SendTrouble({ words, onRetry, onLater }: Trouble) {
  const t = useT()
  return (
    <div role="alert" className="mt-2 flex flex-wrap items-center gap-3 text-bad">
      <CircleAlert aria-hidden />
      <span className="min-w-0 flex-1">
        {words} {t('composer.kept')}
      </span>
      {onLater && (
        <Button size="small" look="quiet" onPress={onLater}>
          {t('composer.sendLater')}
        </Button>
      )}
      <Button size="small" onPress={onRetry}>
        {t('retry')}
      </Button>
    </div>
  )
}
