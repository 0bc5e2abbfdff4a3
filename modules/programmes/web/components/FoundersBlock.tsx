import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { foundersQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** For administrators: who may begin programmes beyond managers and themselves. */
export default function FoundersBlock() {
  const t = useT()
  const { isActing, act } = useAct()
  const items = useQuery(foundersQuery).data?.items ?? []
  return (
    <Section title={t('founders.title')} hint={t('founders.hint')}>
      {items.length > 0 && (
        <Rows label={t('founders.title')}>
          {items.map(({ member, namedAt }) => (
            <li key={member.id} className="flex items-center justify-between gap-3">
              <span>
                <MemberLink member={member} />{' '}
                <span className="text-sm text-muted">{t('founders.since', { on: new Date(namedAt) })}</span>
              </span>
              <Button
                look="quiet"
                icon
                isDisabled={isActing}
                aria-label={t('founders.remove', { name: member.displayName })}
                onPress={() =>
                  act(async () => {
                    await api('DELETE /api/v1/admin/programme-founders/:memberId', {
                      params: { memberId: member.id },
                    })
                    return t('founders.removed', { name: member.displayName })
                  })
                }
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </Rows>
      )}
      <div className="max-w-md pt-3">
        <PersonPicker
          label={t('founders.add')}
          employeesOnly
          without={items.map(({ member }) => member.id)}
          onChoose={(member) =>
            member &&
            act(async () => {
              await api('PUT /api/v1/admin/programme-founders/:memberId', { params: { memberId: member.id } })
              return t('founders.added', { name: member.displayName })
            })
          }
        />
      </div>
    </Section>
  )
}
