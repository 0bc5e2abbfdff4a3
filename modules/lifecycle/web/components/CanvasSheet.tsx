import '../lifecycle.css'
import type { ReactNode } from 'react'
import { aboutPath, useKindName } from '#modules/communities/web/public.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Progress } from '#ui/Progress.tsx'
import type { LifeCanvas } from '#modules/lifecycle/contract.ts'
import { morePrompts } from '#modules/lifecycle/words.ts'
import { useT } from '../t.ts'
import { useDay } from '../use-day.ts'
import { PeopleRow } from './People.tsx'

/** The canvas on one page: what is said, and what is not said yet. Printable as it stands. */
export function CanvasSheet({ canvas, slug }: { canvas: LifeCanvas; slug: string | null }) {
  const t = useT()
  const format = useFormat()
  const day = useDay()
  const kindName = useKindName()
  const measure = (value: number) => `${format.number(value)}${canvas.unit ? `\u00a0${canvas.unit}` : ''}`
  const said = morePrompts.flatMap((key) => (canvas.more[key] ? [[key, canvas.more[key]] as const] : []))
  const from = canvas.baseline !== null && (
    <>
      <strong>{measure(canvas.baseline)}</strong>
      {canvas.baselineOn && ` ${t('canvas.on', { date: day(canvas.baselineOn) })}`}
      {canvas.baselineSource && <span className="block text-sm text-muted">{canvas.baselineSource}</span>}
    </>
  )
  const to = canvas.target !== null && (
    <>
      <strong>{measure(canvas.target)}</strong>
      {canvas.targetOn && ` ${t('canvas.by', { date: day(canvas.targetOn) })}`}
    </>
  )
  return (
    <div className="canvas-sheet">
      <Progress label={t('canvas.complete')} value={canvas.completeness} />
      <Part title={t('canvas.sections.why')}>
        <Cell term={t('canvas.fields.problem')} wide>
          {canvas.problem}
        </Cell>
        <Cell term={t('canvas.fields.whoSuffers')}>{canvas.whoSuffers}</Cell>
        <Cell term={t('canvas.fields.whyCommunity')}>{canvas.whyCommunity}</Cell>
      </Part>
      <Part title={t('canvas.sections.what')}>
        <Cell term={t('canvas.fields.form')}>
          {t('canvas.kind', { kind: kindName(canvas.kind) })}
          {canvas.form && <span className="block">{t(`canvas.forms.${canvas.form}`)}</span>}
        </Cell>
        <Cell term={t('canvas.fields.valueInWords')}>{canvas.valueInWords}</Cell>
      </Part>
      <Part title={t('canvas.sections.measure')}>
        <Cell term={t('canvas.fields.indicator')} wide>
          {canvas.indicator}
        </Cell>
        <Cell term={t('canvas.fields.baseline')}>{from}</Cell>
        <Cell term={t('canvas.fields.target')}>{to}</Cell>
        <Cell term={t('canvas.fields.horizon')}>{canvas.horizon}</Cell>
      </Part>
      <Part title={t('canvas.sections.who')}>
        <Cell term={t('canvas.fields.core')} wide>
          {canvas.core.length > 0 && <PeopleRow people={canvas.core} />}
        </Cell>
        <Cell term={t('canvas.fields.sponsor')}>
          {canvas.sponsor && <PeopleRow people={[canvas.sponsor]} />}
        </Cell>
        <Cell term={t('canvas.managers')}>
          {canvas.managers.length > 0 && <PeopleRow people={canvas.managers} />}
          {canvas.cmHours !== null && (
            <span className="block text-muted">{t('canvas.hours', { n: canvas.cmHours })}</span>
          )}
        </Cell>
      </Part>
      <Part title={t('canvas.sections.how')}>
        <Cell term={t('canvas.fields.rituals')}>
          <Lines texts={canvas.rituals} />
        </Cell>
        <Cell term={t('canvas.fields.firstContents')}>
          <Lines texts={canvas.firstContents} />
        </Cell>
        <Cell term={t('canvas.fields.charter')}>
          {canvas.charterVersion !== null && (
            <>
              {t('canvas.charterVersion', { n: canvas.charterVersion })}{' '}
              {slug && (
                <Link to={aboutPath(slug)} className="no-print">
                  {t('canvas.charterLink')}
                </Link>
              )}
            </>
          )}
        </Cell>
        <Cell term={t('canvas.fields.dataNotice')}>{canvas.dataNotice}</Cell>
      </Part>
      <Part title={t('canvas.sections.end')}>
        <Cell term={t('canvas.fields.success')}>{canvas.success}</Cell>
        <Cell term={t('canvas.fields.stop')}>{canvas.stop}</Cell>
        <Cell term={t('canvas.fields.reviewOn')}>{canvas.reviewOn && day(canvas.reviewOn)}</Cell>
      </Part>
      {said.length > 0 && (
        <Part title={t('canvas.more')}>
          {said.map(([key, text]) => (
            <Cell key={key} term={t(`canvas.prompts.${key}`)}>
              {text}
            </Cell>
          ))}
        </Part>
      )}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-lg">{title}</h3>
      <dl className="canvas-grid m-0">{children}</dl>
    </section>
  )
}

function Cell({ term, wide, children }: { term: string; wide?: boolean; children: ReactNode }) {
  const t = useT()
  return (
    <div className={wide ? 'canvas-cell canvas-wide' : 'canvas-cell'}>
      <dt>{term}</dt>
      <dd dir="auto">{children || <span className="text-muted">{t('canvas.empty')}</span>}</dd>
    </div>
  )
}

const Lines = ({ texts }: { texts: readonly string[] }) =>
  texts.length > 0 && (
    <ul>
      {texts.map((text) => (
        <li key={text} dir="auto">
          {text}
        </li>
      ))}
    </ul>
  )
