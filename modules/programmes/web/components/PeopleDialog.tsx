import { X } from 'lucide-react'
import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { Programme } from '#modules/programmes/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Names sponsor, leader and co-leaders. Each is told; the sponsor answers. */
export default function PeopleDialog({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const t = useT()
  const { isActing, act } = useAct()
  const [sponsor, setSponsor] = useState(programme.sponsor)
  const [leader, setLeader] = useState(programme.leader)
  const [coLeaders, setCoLeaders] = useState(programme.coLeaders)
  return (
    <Dialog
      title={t('people.edit')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={isActing}
            isDisabled={!leader}
            onPress={() =>
              act(async () => {
                await api('PATCH /api/v1/programmes/:programmeId', {
                  params: { programmeId: programme.id },
                  body: {
                    sponsorId: sponsor?.id ?? null,
                    leaderId: leader!.id,
                    coLeaderIds: coLeaders.map(({ id }) => id),
                  },
                })
                return t('people.saved')
              }, onClose)
            }
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <PersonPicker
          label={t('people.sponsor')}
          hint={t('people.sponsorHint')}
          chosen={sponsor}
          onChoose={setSponsor}
          employeesOnly
          optional
        />
        <PersonPicker label={t('people.leader')} chosen={leader} onChoose={setLeader} employeesOnly />
        <div>
          <PersonPicker
            label={t('people.coLeaders')}
            hint={t('people.coLeadersHint')}
            optional
            employeesOnly
            without={[leader?.id ?? '', ...coLeaders.map(({ id }) => id)]}
            onChoose={(card) => card && coLeaders.length < 10 && setCoLeaders([...coLeaders, card])}
          />
          <ul className="m-0 flex list-none flex-wrap gap-2 p-0 pt-2">
            {coLeaders.map((card) => (
              <li key={card.id} className="flex items-center gap-1">
                <bdi>{card.displayName}</bdi>
                <Button
                  look="quiet"
                  size="small"
                  icon
                  aria-label={t('people.remove', { name: card.displayName })}
                  onPress={() => setCoLeaders(coLeaders.filter(({ id }) => id !== card.id))}
                >
                  <X aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Dialog>
  )
}
