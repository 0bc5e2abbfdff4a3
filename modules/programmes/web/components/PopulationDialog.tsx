import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMyCommunities } from '#modules/communities/web/public.ts'
import type { Dimension, Programme } from '#modules/programmes/contract.ts'
import { dimensions } from '#modules/programmes/words.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import { placesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** An entity, a site, a community or everybody, as the directory has them. */
export default function PopulationDialog({
  programme,
  onClose,
}: {
  programme: Programme
  onClose: () => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const { isActing, act } = useAct()
  const places = useQuery(placesQuery).data
  const mine = useMyCommunities() ?? []
  const [dimension, setDimension] = useState<Dimension>('entity')
  const [cell, setCell] = useState<string | null>(null)
  const [name, setName] = useState('')
  const communities = [...programme.communities, ...mine].filter(
    (one, index, all) => one.visibility !== 'secret' && all.findIndex(({ id }) => id === one.id) === index,
  )
  const options =
    dimension === 'entity'
      ? (places?.entities ?? []).map(({ id, name: label }) => ({ id, label }))
      : dimension === 'site'
        ? (places?.sites ?? []).map(({ id, name: label }) => ({ id, label }))
        : communities.map((one) => ({ id: one.id, label: pickText(one.name, language) }))
  return (
    <Dialog
      title={t('populations.add')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={isActing}
            isDisabled={dimension !== 'all' && cell === null}
            onPress={() =>
              act(async () => {
                const made = await api('POST /api/v1/programmes/:programmeId/populations', {
                  params: { programmeId: programme.id },
                  body: { dimension, cell: dimension === 'all' ? null : cell, name: name.trim() || null },
                })
                return t('populations.added', { name: made.name, n: made.size })
              }, onClose)
            }
          >
            {t('common.add')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <p className="m-0 text-muted">{t('populations.hint')}</p>
        <Select
          label={t('populations.dimension')}
          value={dimension}
          onChange={(id) => {
            setDimension(id as Dimension)
            setCell(null)
          }}
          options={dimensions.map((id) => ({ id, label: t(`populations.by.${id}`) }))}
        />
        {dimension !== 'all' && (
          <Select
            key={dimension}
            label={t(`populations.which.${dimension}`)}
            value={cell}
            onChange={setCell}
            options={options}
          />
        )}
        <TextField
          label={t('populations.name')}
          hint={t('populations.nameHint')}
          optional
          value={name}
          onChange={setName}
          maxLength={120}
        />
      </div>
    </Dialog>
  )
}
