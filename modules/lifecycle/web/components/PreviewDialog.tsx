import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import type { Life } from '#modules/lifecycle/contract.ts'
import { changesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { Gates } from './Gates.tsx'

/** What another state would change, before anything does. */
export function PreviewDialog({
  slug,
  to,
  onClose,
}: {
  slug: string
  to: Life['stage']
  onClose: () => void
}) {
  const t = useT()
  const changes = useQuery(changesQuery(slug, to))
  const [reason, setReason] = useState('')
  const go = useAct(
    () =>
      api('PUT /api/v1/communities/:community/life/stage', {
        params: { community: slug },
        body: { to, ...(reason.trim() && { reason }) },
      }),
    t('preview.done', { to: t(`stages.${to}`) }),
    onClose,
  )
  const preview = changes.data
  const name = t(`stages.${to}`)
  return (
    <Dialog
      title={preview ? t('preview.title', { from: t(`stages.${preview.from}`), to: name }) : name}
      isOpen
      onClose={onClose}
      wide
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            look="primary"
            isDisabled={!preview?.isAllowed || (preview.needsReason && !reason.trim())}
            isPending={go.isPending}
            onPress={() => go.run(undefined)}
          >
            {t('preview.confirm', { to: name })}
          </Button>
        </>
      }
    >
      {changes.error ? (
        <ErrorView error={changes.error} t={t} onRetry={() => void changes.refetch()} />
      ) : !preview ? (
        <SkeletonRows rows={4} />
      ) : (
        <div className="grid gap-5">
          <section>
            <h3 className="mb-2 text-base">{t('preview.conditions')}</h3>
            {preview.gates.length > 0 ? (
              <Gates gates={preview.gates} slug={slug} />
            ) : (
              <p className="text-muted">{t('preview.noConditions')}</p>
            )}
          </section>
          <section>
            <h3 className="mb-2 text-base">{t('preview.changes')}</h3>
            <ul className="grid gap-1">
              <li>{t(`preview.writes.${preview.writes}`)}</li>
              {preview.shows.map((one) => (
                <li key={one}>{t(`preview.shows.${one}`)}</li>
              ))}
              <li>{t('preview.told', { n: preview.told })}</li>
              {preview.brings.map((one) => (
                <li key={one}>{t(`preview.brings.${one}`)}</li>
              ))}
            </ul>
          </section>
          {preview.isAllowed && preview.needsReason && (
            <TextArea
              label={t('preview.reason')}
              hint={t('preview.reasonHint')}
              isRequired
              value={reason}
              onChange={setReason}
              maxLength={1000}
            />
          )}
        </div>
      )}
    </Dialog>
  )
}
