import { Plus, Users, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Programme } from '#modules/programmes/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const PopulationDialog = lazy(() => import('./PopulationDialog.tsx'))

/** Whom it concerns: cells of the directory with their size, never names. */
export function PopulationsPart({ programme }: { programme: Programme }) {
  const t = useT()
  const { isActing, act } = useAct()
  const [isOpen, setOpen] = useState(false)
  const { populations, can } = programme
  return (
    <Section
      title={t('populations.title')}
      aside={
        can.lead && (
          <Button
            look="quiet"
            size="small"
            icon
            aria-label={t('populations.add')}
            onPress={() => setOpen(true)}
          >
            <Plus aria-hidden />
          </Button>
        )
      }
    >
      {populations.length === 0 ? (
        <p className="text-muted">{t(can.lead ? 'populations.emptyLead' : 'plan.notYet')}</p>
      ) : (
        <Rows label={t('populations.title')}>
          {populations.map((one) => (
            <li key={one.id} className="flex items-center gap-3">
              <Users aria-hidden className="size-4 shrink-0 text-muted" />
              <span className="min-w-0 flex-1">
                <span dir="auto">{one.name}</span>
                <span className="block text-sm text-muted">
                  {t(`populations.by.${one.dimension}`)} · {t('populations.size', { n: one.size })}
                </span>
              </span>
              {can.lead && (
                <Button
                  look="quiet"
                  size="small"
                  icon
                  isDisabled={isActing}
                  aria-label={t('populations.remove', { name: one.name })}
                  onPress={() =>
                    act(async () => {
                      await api('DELETE /api/v1/programmes/:programmeId/populations/:populationId', {
                        params: { programmeId: programme.id, populationId: one.id },
                      })
                      return t('populations.removed', { name: one.name })
                    })
                  }
                >
                  <X aria-hidden />
                </Button>
              )}
            </li>
          ))}
        </Rows>
      )}
      {isOpen && (
        <Suspense>
          <PopulationDialog programme={programme} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Section>
  )
}
