import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useState } from 'react'
import type { PartView } from '#modules/newsletters/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Rows } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Time } from '#ui/Time.tsx'
import { versionsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Earlier states of a part, and the way back to one. */
export function VersionsButton({
  issueId,
  part,
  isDisabled,
}: {
  issueId: string
  part: PartView
  isDisabled: boolean
}) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" look="quiet" isDisabled={isDisabled} onPress={() => setOpen(true)}>
        <History aria-hidden />
        {t('part.history')}
      </Button>
      {isOpen && <Versions issueId={issueId} part={part} onClose={() => setOpen(false)} />}
    </>
  )
}

function Versions({ issueId, part, onClose }: { issueId: string; part: PartView; onClose: () => void }) {
  const t = useT()
  const { data } = useQuery(versionsQuery(issueId, part.key))
  const newest = data?.items[0]?.version ?? part.version
  const restore = useAct(
    (version: number, idempotencyKey) =>
      api('POST /api/v1/newsletter-issues/:issue/parts/:part/restore', {
        params: { issue: issueId, part: part.key },
        body: { base: newest, version },
        idempotencyKey,
      }),
    t('part.restored'),
    onClose,
  )
  return (
    <Dialog title={t('part.history')} isOpen onClose={onClose}>
      {!data && <SkeletonRows rows={3} />}
      <Rows label={t('part.history')}>
        {data?.items.map((one, index) => (
          <li key={one.version} className="flex flex-wrap items-center justify-between gap-3">
            <span className="grid">
              <span>{t('part.version', { n: one.version, blocks: one.blocks })}</span>
              <span className="text-sm text-muted">
                {one.by?.displayName} · <Time at={one.at} />
              </span>
            </span>
            {index > 0 && (
              <Button size="small" isPending={restore.isPending} onPress={() => restore.run(one.version)}>
                {t('part.restore')}
              </Button>
            )}
          </li>
        ))}
      </Rows>
    </Dialog>
  )
}
