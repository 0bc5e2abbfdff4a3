import { useMutation } from '@tanstack/react-query'
import { Luggage } from 'lucide-react'
import type { WhileAway } from '#modules/workbench/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Layout.tsx'
import { useDay } from '../ago.ts'
import { refreshWorkbench } from '../queries.ts'
import { useT } from '../t.ts'

/** Back from an absence: five lines, then the day as it was. */
export function WhileAwayNotice({ slug, away }: { slug: string; away: WhileAway }) {
  const t = useT()
  const day = useDay()
  const onError = useErrorToast(t)
  const putAway = useMutation({
    mutationFn: () =>
      api('DELETE /api/v1/communities/:community/while-away', { params: { community: slug } }),
    onSuccess: refreshWorkbench,
    onError,
  })
  const names = away.done.map(({ by, n }) => t('away.doneBy', { name: by.displayName, n: String(n) }))
  return (
    <Notice
      icon={<Luggage aria-hidden />}
      title={t('away.title', { from: day(away.from), to: day(away.to) })}
    >
      <ul className="grid gap-1">
        <li>{names.length > 0 ? t('away.done', { names: names.join(', ') }) : t('away.doneNone')}</li>
        <li>{t('away.questions', { asked: away.asked, answered: away.answered })}</li>
        <li>{t('away.welcomed', { n: away.welcomed })}</li>
        <li>{t('away.stillYours', { n: away.stillYours })}</li>
        <li className="text-muted">{t('away.asItWas')}</li>
      </ul>
      <p className="pt-3">
        <Button size="small" isPending={putAway.isPending} onPress={() => putAway.mutate()}>
          {t('away.putAway')}
        </Button>
      </p>
    </Notice>
  )
}
