import { lazy, Suspense, useState } from 'react'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import type { Relaunch } from '#modules/editorial/contract.ts'
import { addDays, asDate } from '../days.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const RelaunchDialog = lazy(() => import('./RelaunchDialog.tsx'))

/** A relaunch week: why, and its list to tick; each point can become a slot of that week. */
export function RelaunchCard({ slug, relaunch }: { slug: string; relaunch: Relaunch }) {
  const t = useT()
  const [isEditing, setEditing] = useState(false)
  const save = useAct(
    (next: Partial<Relaunch>) =>
      api('PUT /api/v1/communities/:community/relaunches/:key', {
        params: { community: slug, key: relaunch.key },
        body: {
          startsOn: relaunch.startsOn,
          items: relaunch.items,
          isDismissed: relaunch.isDismissed,
          ...(next.items && { items: next.items }),
          ...(next.isDismissed !== undefined && { isDismissed: next.isDismissed }),
        },
      }),
    (next) => (next.isDismissed ? t('relaunch.dismissed') : t('dialog.saved')),
  )
  const plan = useAct(
    ({ title, on }: { title: string; on: string }) =>
      api('POST /api/v1/communities/:community/slots', { params: { community: slug }, body: { title, on } }),
    t('relaunch.planned'),
  )
  const wordsOf = (item: Relaunch['items'][number]) =>
    item.text ?? (item.key ? t(`relaunch.item.${item.key}`) : '')
  if (relaunch.isDismissed)
    return (
      <p className="flex flex-wrap items-center gap-2 py-2 text-sm text-muted">
        {t('relaunch.aside')} · {t(`relaunch.of.${relaunch.kind}`)}
        <Button size="small" look="quiet" onPress={() => save.run({ isDismissed: false })}>
          {t('relaunch.bringBack')}
        </Button>
      </p>
    )
  const done = relaunch.items.filter((item) => item.done).length
  return (
    <section
      className="relaunch"
      aria-label={`${t('relaunch.title')} · ${t(`relaunch.of.${relaunch.kind}`)}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3>
          {t('relaunch.title')} · {t(`relaunch.of.${relaunch.kind}`)}
        </h3>
        <span className="text-sm text-muted">
          {t('relaunch.startsOn', { day: asDate(relaunch.startsOn) })} ·{' '}
          {t('relaunch.progress', { done: String(done), n: String(relaunch.items.length) })}
        </span>
      </div>
      <p>{t(`relaunch.why.${relaunch.kind}`)}</p>
      <ul>
        {relaunch.items.map((item, index) => (
          <li key={`${item.key ?? ''}${item.text ?? ''}${index}`}>
            <Checkbox
              isSelected={item.done}
              isDisabled={save.isPending}
              onChange={(isDone) =>
                save.run({
                  items: relaunch.items.map((one, at) => (at === index ? { ...one, done: isDone } : one)),
                })
              }
            >
              {wordsOf(item)}
            </Checkbox>
            {!item.done && (
              <Button
                size="small"
                look="quiet"
                isDisabled={plan.isPending}
                aria-label={`${t('relaunch.plan')} · ${wordsOf(item)}`}
                onPress={() =>
                  plan.run({ title: wordsOf(item), on: addDays(relaunch.startsOn, Math.min(index, 4)) })
                }
              >
                {t('relaunch.plan')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => setEditing(true)}>
          {t('relaunch.edit')}
        </Button>
        <Button size="small" look="quiet" onPress={() => save.run({ isDismissed: true })}>
          {t('relaunch.dismiss')}
        </Button>
      </div>
      <Suspense fallback={null}>
        {isEditing && (
          <RelaunchDialog
            slug={slug}
            relaunch={relaunch}
            wordsOf={wordsOf}
            onClose={() => setEditing(false)}
          />
        )}
      </Suspense>
    </section>
  )
}
