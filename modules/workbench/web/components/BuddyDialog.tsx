import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import type { Arrival } from '#modules/workbench/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { firstNameOf } from '../openers.ts'
import { refreshWorkbench, volunteersQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { Sheet } from './Sheet.tsx'

const another = 'another'

/** Who accompanies a newcomer: those who offered first, with how many they accompany; each may say no. */
export function BuddyDialog({
  slug,
  arrival,
  onClose,
}: {
  slug: string
  arrival: Arrival
  onClose: () => void
}) {
  const t = useT()
  const onError = useErrorToast(t)
  const name = firstNameOf(arrival.member.displayName)
  const { data } = useQuery(volunteersQuery(slug))
  const volunteers = (data?.items ?? []).filter(({ member }) => member.id !== arrival.member.id).slice(0, 5)
  const [choice, setChoice] = useState<string>()
  const [other, setOther] = useState<MemberCard | null>(arrival.buddy)
  const chosenId = choice ?? (arrival.buddy || !volunteers[0] ? another : volunteers[0].member.id)
  const buddy =
    chosenId === another ? other : (volunteers.find(({ member }) => member.id === chosenId)?.member ?? null)
  const save = useMutation({
    mutationFn: (buddyId: string | null) =>
      api('PUT /api/v1/communities/:community/welcome/:memberId', {
        params: { community: slug, memberId: arrival.member.id },
        body: { buddyId },
      }),
    onSuccess: (_, buddyId) => {
      toast(
        buddyId && buddy
          ? t('did.buddy', { buddy: firstNameOf(buddy.displayName), name })
          : t('did.noBuddy', { name }),
      )
      refreshWorkbench()
      onClose()
    },
    onError,
  })
  return (
    <Sheet
      slug={slug}
      title={t('welcome.buddyTitle', { name })}
      isOpen
      onClose={onClose}
      acts={
        <>
          {arrival.buddy ? (
            <Button onPress={() => save.mutate(null)}>{t('welcome.removeBuddy')}</Button>
          ) : (
            <Button onPress={onClose}>{t('cancel')}</Button>
          )}
          <Button
            look="primary"
            isDisabled={!buddy}
            isPending={save.isPending}
            onPress={() => buddy && save.mutate(buddy.id)}
          >
            {t('welcome.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('welcome.buddyHint')}</p>
        {volunteers.length > 0 && (
          <RadioGroup
            label={t('welcome.volunteers')}
            cards
            value={chosenId}
            onChange={setChoice}
            options={[
              ...volunteers.map(({ member, accompanies }) => ({
                id: member.id,
                label: member.displayName,
                hint: t('welcome.load', { n: accompanies }),
              })),
              { id: another, label: t('ask.someone') },
            ]}
          />
        )}
        {chosenId === another && (
          <PersonPicker
            slug={slug}
            label={t('welcome.buddy')}
            chosen={other}
            onChoose={setOther}
            without={[arrival.member.id]}
          />
        )}
      </div>
    </Sheet>
  )
}
