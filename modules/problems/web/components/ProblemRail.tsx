import { useQuery } from '@tanstack/react-query'
import { Link } from '#platform/web/links.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { SparkLine } from '#ui/charts/Chart.tsx'
import type { ProblemGlance } from '#modules/problems/contract.ts'
import { useMeasure } from '../measure.ts'
import { problemPath } from '../paths.ts'
import { glanceQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'

/** The indicator in small, beside a community's conversations; nothing before its first value. */
export default function ProblemRail({ community }: { community: SlotCommunity }) {
  const { data } = useQuery(glanceQuery(community.slug))
  useInvalidateOn(`community:${community.id}`, [...keys.one(community.slug), 'glance'])
  return data && data.name !== null && data.points.length > 0 ? (
    <Shown glance={data} slug={community.slug} />
  ) : null
}

function Shown({ glance, slug }: { glance: ProblemGlance; slug: string }) {
  const t = useT()
  const measure = useMeasure(glance.unit)
  const last = glance.points.at(-1)!
  const value = measure.value(last.value)
  const name = glance.name ?? ''
  const target = glance.target === null ? '' : measure.value(glance.target)
  return (
    <section aria-labelledby="rail-problem" className="grid gap-2 pb-6">
      <h2 id="rail-problem" className="m-0 text-[1.0625rem]">
        {t('rail.title')}
      </h2>
      <SparkLine
        label={t('rail.spark', { name, n: glance.points.length, value })}
        values={glance.points.map((point) => point.value)}
        target={glance.target ?? undefined}
        width={220}
        height={52}
      />
      <p className="m-0 text-sm" dir="auto">
        {glance.progress === null
          ? `${name}\u00a0: ${value}`
          : glance.progress >= 1
            ? t('way.reached', { name, value, target })
            : glance.progress < 0
              ? t('way.worse', { name, value })
              : glance.progress === 0
                ? t('way.start', { name, value })
                : t('way.part', { name, value, progress: measure.share(glance.progress), target })}
      </p>
      <p className="m-0 text-sm">
        <Link to={problemPath(slug)}>{t('rail.more')}</Link>
      </p>
    </section>
  )
}
