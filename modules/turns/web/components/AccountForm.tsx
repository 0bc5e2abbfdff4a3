import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { networks } from '#modules/turns/words.ts'
import type { AccountDetail, Network } from '#modules/turns/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { accountsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const volunteers = 'volunteers'

interface Props {
  slug: string
  account?: AccountDetail | undefined
  onClose: () => void
}

/** Name, network, address, owner, and how the owner opens it: there is no field for a password. */
export default function AccountForm({ slug, account, onClose }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const [name, setName] = useState(account?.name ?? '')
  const [network, setNetwork] = useState<Network>(account?.network ?? 'linkedin')
  const [url, setUrl] = useState(account?.url ?? '')
  const [owner, setOwner] = useState<MemberCard | null>(account?.owner ?? null)
  const [openedHow, setOpenedHow] = useState(account?.openedHow ?? '')
  const [keepers, setKeepers] = useState(volunteers)
  const programmes = useQuery(accountsQuery(slug)).data?.ambassadorProgrammes ?? []
  const save = useAct(
    (_, idempotencyKey) => {
      const body = {
        name: name.trim(),
        network,
        url: url.trim(),
        ownerId: owner!.id,
        openedHow: openedHow.trim() || null,
      }
      return account
        ? api('PATCH /api/v1/accounts/:accountId', {
            params: { accountId: account.id },
            body,
            idempotencyKey,
          })
        : api('POST /api/v1/communities/:community/accounts', {
            params: { community: slug },
            body: { ...body, ...(keepers !== volunteers && { ambassadorProgrammeId: keepers }) },
            idempotencyKey,
          })
    },
    t('form.saved'),
    ({ id }) => {
      onClose()
      if (!account) void navigate({ to: '/turns', search: { account: id } as never })
    },
  )
  const isReady = name.trim() !== '' && url.trim() !== '' && owner !== null
  return (
    <Dialog
      title={t(account ? 'form.change' : 'form.title')}
      isOpen
      onClose={onClose}
      acts={
        <Button look="primary" isDisabled={!isReady} isPending={save.isPending} onPress={() => save.run()}>
          {t('form.save')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <TextField
          label={t('form.name')}
          hint={t('form.nameHint')}
          value={name}
          onChange={setName}
          maxLength={120}
          isRequired
        />
        <Select
          label={t('form.network')}
          value={network}
          onChange={(id) => setNetwork(id as Network)}
          options={networks.map((id) => ({ id, label: t(`network.${id}`) }))}
        />
        <TextField
          label={t('form.url')}
          value={url}
          onChange={setUrl}
          maxLength={500}
          inputMode="url"
          isRequired
        />
        <PersonPicker
          label={t('form.owner')}
          hint={t('form.ownerHint')}
          slug={slug}
          chosen={owner}
          onChoose={setOwner}
          employeesOnly
        />
        {!account && programmes.length > 0 && (
          <Select
            label={t('form.keepers')}
            hint={t('form.keepersHint')}
            value={keepers}
            onChange={setKeepers}
            options={[
              { id: volunteers, label: t('form.volunteers') },
              ...programmes.map(({ id, name: label }) => ({ id, label })),
            ]}
          />
        )}
        <TextArea
          label={t('form.openedHow')}
          hint={t('form.openedHint')}
          value={openedHow}
          onChange={setOpenedHow}
          maxLength={2000}
          rows={3}
          optional
        />
      </div>
    </Dialog>
  )
}
