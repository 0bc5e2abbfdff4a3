import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Campaign } from '#modules/campaigns/contract.ts'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Menu } from '#ui/Menu.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const ProposeDialog = lazy(() => import('./ProposeDialog.tsx'))

/** What whoever leads may do. */
export function LeadMenu({ campaign }: { campaign: Campaign }) {
  const t = useT()
  const [open, setOpen] = useState<'change' | 'ask' | 'close' | 'propose'>()
  const done = () => setOpen(undefined)
  return (
    <>
      <Menu
        label={t('page.more')}
        trigger={<Button>{t('page.more')}</Button>}
        groups={[
          [
            { id: 'propose', label: t('page.propose'), onAction: () => setOpen('propose') },
            ...(campaign.isScoped
              ? []
              : [{ id: 'ask', label: t('page.askOther'), onAction: () => setOpen('ask') }]),
            { id: 'change', label: t('page.change'), onAction: () => setOpen('change') },
          ],
          [{ id: 'close', label: t('page.close'), onAction: () => setOpen('close') }],
        ]}
      />
      {open === 'change' && <ChangeDialog campaign={campaign} onClose={done} />}
      {open === 'ask' && <AskDialog campaign={campaign} onClose={done} />}
      {open === 'close' && <CloseDialog campaign={campaign} onClose={done} />}
      {open === 'propose' && (
        <Suspense fallback={null}>
          <ProposeDialog campaign={campaign} onClose={done} />
        </Suspense>
      )}
    </>
  )
}

interface Props {
  campaign: Campaign
  onClose: () => void
}

function ChangeDialog({ campaign, onClose }: Props) {
  const t = useT()
  const [title, setTitle] = useState(campaign.title)
  const [purpose, setPurpose] = useState(campaign.purpose)
  const [howTo, setHowTo] = useState(campaign.howTo)
  const [startsOn, setFrom] = useState<string | null>(campaign.startsOn)
  const [endsOn, setTo] = useState<string | null>(campaign.endsOn)
  const [leader, setLeader] = useState<MemberCard | null>(campaign.leader)
  const act = useAct(
    () =>
      api('PATCH /api/v1/campaigns/:campaign', {
        params: { campaign: campaign.id },
        body: {
          title: title.trim() || campaign.title,
          purpose: purpose.trim() || campaign.purpose,
          howTo: howTo.trim(),
          ...(startsOn && { startsOn }),
          ...(endsOn && { endsOn }),
          ...(leader && leader.id !== campaign.leader?.id && { leaderId: leader.id }),
        },
      }),
    t('page.changed'),
    onClose,
  )
  return (
    <Dialog
      title={t('page.change')}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isPending={act.isPending} onPress={() => act.run()}>
            {t('page.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <TextField label={t('begin.name')} value={title} onChange={setTitle} maxLength={120} />
        <TextArea label={t('begin.purpose')} value={purpose} onChange={setPurpose} rows={2} maxLength={500} />
        <TextArea
          label={t('begin.howTo')}
          hint={t('begin.howToHint')}
          optional
          value={howTo}
          onChange={setHowTo}
          rows={4}
          maxLength={4000}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <DateField label={t('begin.from')} value={startsOn} onChange={setFrom} />
          <DateField label={t('begin.to')} value={endsOn} onChange={setTo} />
        </div>
        <PersonPicker label={t('page.handOver')} employeesOnly chosen={leader} onChoose={setLeader} />
      </div>
    </Dialog>
  )
}

/** Communities that the leader sees, a page of them: those of a large company are found by joining from there. */
const seenQuery = {
  queryKey: ['campaigns', 'communitiesToAsk'],
  queryFn: () => api('GET /api/v1/communities', { query: { all: true, limit: 100 } }),
}

function AskDialog({ campaign, onClose }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const [community, setCommunity] = useState<string | null>(null)
  const all = useQuery(seenQuery).data?.items ?? []
  const options = all
    .filter(({ id }) => !campaign.communities.some((one) => one.community.id === id))
    .map(({ id, name }) => ({ id, label: pickText(name, language) }))
  const act = useAct(
    (id: string) =>
      api('PUT /api/v1/campaigns/:campaign/communities/:community', {
        params: { campaign: campaign.id, community: id },
      }),
    t('page.wasAsked'),
    onClose,
  )
  return (
    <Dialog
      title={t('page.askOther')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!community}
            isPending={act.isPending}
            onPress={() => community && act.run(community)}
          >
            {t('page.askSubmit')}
          </Button>
        </>
      }
    >
      <Select label={t('page.askPick')} options={options} value={community} onChange={setCommunity} />
    </Dialog>
  )
}

function CloseDialog({ campaign, onClose }: Props) {
  const t = useT()
  const [thanks, setThanks] = useState('')
  const act = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/campaigns/:campaign/closure', {
        params: { campaign: campaign.id },
        body: { thanks: thanks.trim() },
        idempotencyKey,
      }),
    t('page.closed'),
    onClose,
  )
  return (
    <Dialog
      title={t('page.close')}
      isOpen
      alert
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!thanks.trim()}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t('page.closeDo')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{t('page.closeHint')}</p>
        <TextArea label={t('page.thanks')} value={thanks} onChange={setThanks} rows={5} maxLength={4000} />
      </div>
    </Dialog>
  )
}
