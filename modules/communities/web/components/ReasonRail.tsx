import type { CommunityDetail } from '#modules/communities/contract.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { EyeLink, Link } from '#platform/web/links.tsx'
import { Slot } from '#platform/web/slots.tsx'
import { aboutPath, figuresPath } from '../paths.ts'
import { useT } from '../t.ts'
import { dayOf } from './CommunityHeader.tsx'
import { Person } from './Person.tsx'

/** The reason to be here, beside the conversations: problem and indicator, who animates, what they see. */
export function ReasonRail({ community }: { community: CommunityDetail }) {
  const t = useT()
  const format = useFormat()
  const { canvas } = community
  const measure = (value: number) => `${format.number(value)}${canvas?.unit ? `\u00a0${canvas.unit}` : ''}`
  return (
    <div className="grid gap-6" data-accent={community.accent}>
      {canvas?.problem && (
        <section className="grid gap-2" aria-labelledby="rail-why">
          <h2 id="rail-why" className="text-base">
            {t('rail.why')}
          </h2>
          <p className="line-clamp-5 text-sm text-pretty" dir="auto">
            {canvas.problem}
          </p>
          {canvas.indicator && canvas.target !== null && (
            <p className="text-sm">
              <span dir="auto">{canvas.indicator}</span>
              <span className="block font-semibold tabular-nums">
                {canvas.baseline !== null && `${measure(canvas.baseline)} → `}
                {measure(canvas.target)}
              </span>
              {canvas.targetOn && (
                <span className="text-muted">{t('about.byDate', { date: dayOf(canvas.targetOn) })}</span>
              )}
            </p>
          )}
          <p className="text-sm">
            <Link to={aboutPath(community.slug)}>{t('rail.more')}</Link> ·{' '}
            <Link to={figuresPath(community.slug)}>{t('rail.figures')}</Link>
          </p>
        </section>
      )}
      <Slot name="communityRail" community={{ id: community.id, slug: community.slug }} />
      {community.managers.length > 0 && (
        <section className="grid gap-3" aria-labelledby="rail-animators">
          <h2 id="rail-animators" className="flex items-center gap-1 text-base">
            {t('rail.animators')}
            <EyeLink of={t('about.seen')} />
          </h2>
          {community.managers.slice(0, 4).map((card) => (
            <Person key={card.id} card={card} />
          ))}
        </section>
      )}
    </div>
  )
}
