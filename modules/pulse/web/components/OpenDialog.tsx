import { useQuery } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import type { DeskWave } from '#modules/pulse/contract.ts'
import { keys } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'

/** Whom the wave reaches and under which labels, before it opens. */
export default function OpenDialog({ wave, onClose }: { wave: DeskWave; onClose: () => void }) {
  const t = useT()
  const words = useWords()
  const params = { waveId: wave.id }
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.wave(wave.id), 'preview'],
    queryFn: ({ signal }) => api('GET /api/v1/pulse-waves/:waveId/preview', { params, signal }),
    staleTime: 0,
  })
  const act = useAct(
    () => api('POST /api/v1/pulse-waves/:waveId/opening', { params }),
    t('desk.opened'),
    onClose,
  )
  const isTooSmall = data !== undefined && data.people < data.k
  return (
    <Dialog
      title={t('desk.openTitle')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!data || isTooSmall}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t('desk.open')}
          </Button>
        </>
      }
    >
      {error ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : (
        <div className="grid gap-3">
          <p>{isTooSmall ? t('desk.tooFew', { k: data.k }) : t('desk.reaches', { n: data.people })}</p>
          {data.cells.length > 0 && (
            <>
              <p className="font-semibold">{t('desk.labels')}</p>
              <ul className="list-disc ps-5">
                {data.cells.map((cell) => (
                  <li key={cell.label}>{t('desk.labelOf', { label: words.cell(cell), n: cell.people })}</li>
                ))}
              </ul>
            </>
          )}
          {data.noCells && !isTooSmall && (
            <p className="text-muted">{t(`results.noCells.${data.noCells}`)}</p>
          )}
          <p className="text-muted">{t('desk.fixed')}</p>
        </div>
      )}
    </Dialog>
  )
}
