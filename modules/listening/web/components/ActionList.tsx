import { CalendarClock, CircleCheck, TriangleAlert } from 'lucide-react'
import type { Action } from '#modules/listening/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useT } from '../t.ts'

const ActionDialog = lazy(() => import('./ActionDialog.tsx'))

/** What was promised, by whom and until when; whoever answers for it says that it is done, or gives another date. */
export function ActionList({ actions }: { actions: readonly Action[] }) {
  return (
    <ul className="listening-actions">
      {actions.map((action) => (
        <ActionRow key={action.id} action={action} />
      ))}
    </ul>
  )
}

export function ActionRow({ action }: { action: Action }) {
  const t = useT()
  const format = useFormat()
  const [open, setOpen] = useState<'done' | 'date'>()
  const day = (on: string) => format.dateTime(new Date(on), 'day')
  return (
    <li className="grid gap-1.5">
      <p>{action.text}</p>
      <p className="listening-facts">
        {action.owner && <MemberLink member={action.owner} />}
        {action.doneOn ? (
          <Tag tone="good" icon={<CircleCheck aria-hidden />}>
            {t('heard.done', { on: day(action.doneOn) })}
          </Tag>
        ) : action.isLate ? (
          <Tag tone="warn" icon={<TriangleAlert aria-hidden />}>
            {t('heard.isLate', { due: day(action.due) })}
          </Tag>
        ) : (
          <span className="inline-flex items-center gap-1">
            <CalendarClock aria-hidden className="size-4" />
            {t('heard.due', { due: day(action.due) })}
          </span>
        )}
      </p>
      {action.firstDue && (
        <p className="text-sm text-muted">
          {t('heard.moved', { due: day(action.firstDue), reason: action.moveReason ?? '' })}
        </p>
      )}
      {action.word && <p className="text-sm text-muted">{action.word}</p>}
      {action.canChange && (
        <p className="flex flex-wrap gap-2">
          <Button size="small" onPress={() => setOpen('done')}>
            {t('mine.done')}
          </Button>
          <Button size="small" look="quiet" onPress={() => setOpen('date')}>
            {t('mine.newDate')}
          </Button>
        </p>
      )}
      <Suspense>
        {open && <ActionDialog action={action} what={open} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </li>
  )
}
