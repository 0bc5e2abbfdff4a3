import '../expertise.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { Introduction } from '#modules/expertise/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { firstNameOf } from '../days.ts'
import { keys, meetQuery, refresh } from '../queries.ts'
import { useT } from '../t.ts'

/** People who share a subject with the reader, with why, and "not this one". */
export function MeetList() {
  const t = useT()
  const decline = useDecline()
  const { items } = useSuspenseQuery(meetQuery).data
  return (
    <ul className="rows" aria-label={t('meet.title')}>
      {items.map((one) => (
        <li key={one.member.id} className="meet-row">
          <MemberAvatar member={one.member} size="m" />
          <div className="min-w-0">
            <MemberLink member={one.member} />
            {(one.member.jobTitle ?? one.member.entityName) && (
              <span className="block text-sm text-muted">
                {[one.member.jobTitle, one.member.entityName].filter(Boolean).join(' · ')}
              </span>
            )}
            <ul className="meet-reasons">
              {one.reasons.slice(0, 3).map((reason) => (
                <li key={`${reason.kind}${reason.subject}`}>
                  {t(`meet.reason.${reason.kind}`, { subject: reason.subject })}
                </li>
              ))}
            </ul>
          </div>
          <Button
            look="quiet"
            icon
            onPress={() => decline(one)}
            aria-label={t('meet.notThisOneOf', { name: one.member.displayName })}
          >
            <X aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  )
}

function useDecline(): (one: Introduction) => void {
  const t = useT()
  const onError = useErrorToast(t)
  return ({ member }) => {
    const params = { memberId: member.id }
    void queryClient.cancelQueries({ queryKey: keys.meet })
    queryClient.setQueryData(
      meetQuery.queryKey,
      (now) => now && { ...now, items: now.items.filter((one) => one.member.id !== member.id) },
    )
    const doing = api('PUT /api/v1/me/introductions/:memberId/declined', { params })
    const undo = async () => {
      await doing
      await api('DELETE /api/v1/me/introductions/:memberId/declined', { params })
    }
    toast(t('meet.gone', { name: firstNameOf(member.displayName) }), {
      action: {
        label: t('meet.undo'),
        run: () =>
          void undo()
            .catch(onError)
            .finally(() => void refresh(keys.meet)),
      },
    })
    void doing.catch(onError).finally(() => void refresh(keys.meet))
  }
}
