import { TriangleAlert } from 'lucide-react'
import type { Measure } from '#modules/moderation/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Tag } from '#ui/Tag.tsx'
import { Time } from '#ui/Time.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import type { CaseAct } from './CaseDialogs.tsx'
import { ArticleLine, Words } from './Quote.tsx'

/** What two people decide: proposed, confirmed or not, undone, appealed. */
export function MeasureCard({ measure, onAct }: { measure: Measure; onAct: (act: CaseAct) => void }) {
  const t = useT()
  const params = { measureId: measure.id }
  const confirm = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/moderation/measures/:measureId/decision', {
        params,
        body: { decision: 'confirmed' },
        idempotencyKey,
      }),
    t('case.done.confirmed'),
  )
  const lift = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/moderation/measures/:measureId/lift', { params, body: {}, idempotencyKey }),
    t('case.done.lifted'),
  )
  const { appeal } = measure
  return (
    <div className="card grid gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span>{t('case.proposed', { name: measure.proposedBy.displayName })}</span>
        <Time at={measure.proposedAt} />
        {measure.urgent && (
          <Tag tone="warn" icon={<TriangleAlert aria-hidden />}>
            {t('case.urgent')}
          </Tag>
        )}
        {measure.days !== null && <span>{t('dialog.day', { n: measure.days })}</span>}
        {measure.decision === null ? (
          <Tag tone="accent">{t('case.waits')}</Tag>
        ) : (
          <span>
            {t(measure.decision === 'confirmed' ? 'case.confirmedBy' : 'case.declinedBy', {
              name: measure.decidedBy?.displayName ?? '',
            })}
          </span>
        )}
        {measure.endsAt && !measure.liftedAt && (
          <span>{t('case.endsAt', { at: new Date(measure.endsAt) })}</span>
        )}
        {measure.liftedAt && <Tag>{t('case.lifted', { at: new Date(measure.liftedAt) })}</Tag>}
      </p>
      {measure.article && <ArticleLine article={measure.article} />}
      <Words text={measure.reason} />
      {measure.note && <p className="text-sm text-muted">{t('case.note', { note: measure.note })}</p>}
      {measure.word && <Words text={measure.word} />}
      {appeal && (
        <div className="grid gap-2 border-t border-line pt-3">
          <p className="font-semibold">{t('case.appeal')}</p>
          <Words text={appeal.words} />
          {appeal.toMediator && <p className="text-sm text-muted">{t('case.appealToMediator')}</p>}
          {appeal.decision && (
            <>
              <p className="text-sm">
                {t('case.appealDecided', {
                  decision: appeal.decision,
                  name: appeal.decidedBy?.displayName ?? '',
                })}
              </p>
              {appeal.reasons && <Words text={appeal.reasons} />}
            </>
          )}
        </div>
      )}
      <p className="flex flex-wrap gap-2 empty:hidden">
        {measure.can.decide && (
          <>
            <Button look="primary" isPending={confirm.isPending} onPress={() => confirm.run()}>
              {t('case.do.confirm')}
            </Button>
            <Button onPress={() => onAct({ act: 'decline', measure })}>{t('case.do.decline')}</Button>
          </>
        )}
        {measure.can.decideAppeal && (
          <Button look="primary" onPress={() => onAct({ act: 'appeal', measure })}>
            {t('case.do.answerAppeal')}
          </Button>
        )}
        {measure.can.lift && (
          <Button isPending={lift.isPending} onPress={() => lift.run()}>
            {t('case.do.lift')}
          </Button>
        )}
      </p>
      {((measure.decision === null && !measure.can.decide) ||
        (appeal && appeal.decision === null && !measure.can.decideAppeal)) && (
        <p className="text-sm text-muted">{t('case.notYou')}</p>
      )}
    </div>
  )
}
