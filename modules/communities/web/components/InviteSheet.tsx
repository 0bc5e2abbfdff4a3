import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { toast } from '#platform/web/toasts.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Rows } from '#ui/Layout.tsx'
import { refresh } from '../queries.ts'
import { useT } from '../t.ts'
import { Person } from './Person.tsx'
import { PersonPicker } from './PersonPicker.tsx'

/** Choosing whom to invite; who is already in or invited is passed over by the server. */
export function InviteSheet({ community, onClose }: { community: CommunityDetail; onClose: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  const [chosen, setChosen] = useState<MemberCard[]>([])
  const send = useMutation({
    mutationFn: () =>
      api('POST /api/v1/communities/:community/invitations', {
        params: { community: community.id },
        body: { memberIds: chosen.map(({ id }) => id) },
      }),
    onSuccess: ({ invited }) => {
      toast(t('invite.sent', { n: invited }))
      void refresh('invitations')
      onClose()
    },
    onError,
  })
  return (
    <Dialog
      title={t('invite.title', { name: pickText(community.name, language) })}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('join.cancel')}
          </Button>
          <Button
            look="primary"
            isDisabled={chosen.length === 0}
            isPending={send.isPending}
            onPress={() => send.mutate()}
          >
            {t('invite.send', { n: chosen.length })}
          </Button>
        </>
      }
    >
      <PersonPicker
        // A fresh field for the next name, with the list closed.
        key={chosen.length}
        autoFocus={chosen.length > 0}
        label={t('invite.find')}
        hint={t('invite.findHint')}
        without={chosen.map(({ id }) => id)}
        employeesOnly={!community.can.inviteGuests}
        onChoose={(card) => card && setChosen([...chosen, card])}
      />
      {chosen.length > 0 && (
        <Rows label={t('invite.chosen')}>
          {chosen.map((card) => (
            <li key={card.id}>
              <Person
                card={card}
                acts={
                  <Button
                    look="quiet"
                    icon
                    aria-label={t('invite.take', { name: card.displayName })}
                    onPress={() => setChosen(chosen.filter(({ id }) => id !== card.id))}
                  >
                    <X aria-hidden />
                  </Button>
                }
              />
            </li>
          ))}
        </Rows>
      )}
    </Dialog>
  )
}
