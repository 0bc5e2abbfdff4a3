import { CalendarClock, Pencil } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Programme } from '#modules/programmes/contract.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { problemPath, programmePath } from '../paths.ts'
import { useT } from '../t.ts'
import { asDate } from '../when.ts'
import { ClosedView } from './ClosedView.tsx'
import { CommunitiesPart } from './CommunitiesPart.tsx'
import { PeoplePart } from './PeoplePart.tsx'
import { PhasePart } from './PhasePart.tsx'
import { PopulationsPart } from './PopulationsPart.tsx'
import { WinsPart } from './WinsPart.tsx'

const PlanDialog = lazy(() => import('./PlanDialog.tsx'))
const ClosingDialog = lazy(() => import('./ClosingDialog.tsx'))

/** Vision, why now, phase, who, whom it concerns, and the next three dates. */
export default function PlanTab({ programme }: { programme: Programme }) {
  const t = useT()
  const [open, setOpen] = useState<'plan' | 'closing'>()
  const { can } = programme
  const edit = can.lead && (
    <Button size="small" onPress={() => setOpen('plan')}>
      <Pencil aria-hidden />
      {t('plan.edit')}
    </Button>
  )
  return (
    <>
      {programme.closing && <ClosedView closing={programme.closing} />}
      <div className="plan-grid">
        <div className="min-w-0">
          <Section title={t('plan.vision')} aside={edit}>
            {programme.vision ? (
              <p className="plan-vision" dir="auto">
                {programme.vision}
              </p>
            ) : (
              <p className="text-muted">{t(can.lead ? 'plan.visionEmptyLead' : 'plan.notYet')}</p>
            )}
            <h3 className="plan-sub">{t('plan.whyNow')}</h3>
            {programme.whyNow ? (
              <p className="whitespace-pre-line" dir="auto">
                {programme.whyNow}
              </p>
            ) : (
              <p className="text-muted">{t(can.lead ? 'plan.whyNowEmptyLead' : 'plan.notYet')}</p>
            )}
          </Section>
          <ProblemPart programme={programme} />
          <PhasePart programme={programme} />
          <WinsPart programme={programme} />
        </div>
        <div className="min-w-0">
          <PeoplePart programme={programme} />
          <NextDates programme={programme} />
          <PopulationsPart programme={programme} />
          <CommunitiesPart programme={programme} />
          {can.lead && (
            <Section title={t('closing.title')} hint={t('closing.hint')}>
              <Button size="small" onPress={() => setOpen('closing')}>
                {t('closing.open')}
              </Button>
            </Section>
          )}
        </div>
      </div>
      <Suspense>
        {open === 'plan' && <PlanDialog programme={programme} onClose={() => setOpen(undefined)} />}
        {open === 'closing' && <ClosingDialog programme={programme} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </>
  )
}

/** The problem in words, and what the indicator of its community says of it now. */
function ProblemPart({ programme }: { programme: Programme }) {
  const t = useT()
  const format = useFormat()
  const { measured } = programme
  const problem = programme.problem ?? measured?.problem
  const said = (value: number | null) =>
    value === null ? '—' : `${format.number(value)}${measured?.unit ? ` ${measured.unit}` : ''}`
  return (
    <Section title={t('plan.problem')}>
      {problem ? (
        <p className="whitespace-pre-line" dir="auto">
          {problem}
        </p>
      ) : (
        <p className="text-muted">{t(programme.can.lead ? 'plan.problemEmptyLead' : 'plan.notYet')}</p>
      )}
      {programme.baseline && (
        <p className="mt-2 text-sm" dir="auto">
          <span className="text-muted">{t('plan.baseline')}</span> {programme.baseline}
          {programme.baselineOn && (
            <span className="text-muted">
              {' '}
              ({t('plan.baselineOn', { on: asDate(programme.baselineOn) })})
            </span>
          )}
        </p>
      )}
      {measured?.indicator && (
        <dl className="plan-figures">
          <div>
            <dt dir="auto">{measured.indicator}</dt>
            <dd>
              <Link to={problemPath(measured.community.slug)}>{t('plan.follow')}</Link>
            </dd>
          </div>
          <div>
            <dt>{t('plan.from')}</dt>
            <dd>{said(measured.baseline)}</dd>
          </div>
          <div>
            <dt>{measured.nowOn ? t('plan.nowOn', { on: asDate(measured.nowOn) }) : t('plan.now')}</dt>
            <dd>{said(measured.now)}</dd>
          </div>
          <div>
            <dt>{t('plan.target')}</dt>
            <dd>{said(measured.target)}</dd>
          </div>
        </dl>
      )}
    </Section>
  )
}

function NextDates({ programme }: { programme: Programme }) {
  const t = useT()
  if (programme.state === 'closed') return null
  return (
    <Section
      title={t('plan.next')}
      aside={
        <Link to={programmePath(programme.id, 'calendar')} className="shrink-0 text-sm">
          {t('plan.allDates')}
        </Link>
      }
    >
      {programme.next.length === 0 ? (
        <p className="text-muted">{t('plan.noDates')}</p>
      ) : (
        <Rows label={t('plan.next')}>
          {programme.next.map((one) => (
            <li key={one.id} className="flex items-start gap-3">
              <CalendarClock aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
              <span className="min-w-0">
                <span className="block text-sm text-muted">
                  {t('day', { on: asDate(one.on) })} · {t(`kind.${one.kind}`)}
                </span>
                <span dir="auto">{one.title}</span>
              </span>
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}
