import { useState } from 'react'
import type { Heard, Journal, Programme } from '#modules/programmes/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const kinds = ['feeling', 'usage', 'need'] as const

/** Begins a listening theme in a community with what was heard. */
export default function ThemeDialog({
  programme,
  heard,
  places,
  onClose,
}: {
  programme: Programme
  heard: Heard
  places: Journal['themeCommunities']
  onClose: () => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const { isActing, act } = useAct()
  const [communityId, setCommunity] = useState(places[0]!.id)
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<string>('need')
  return (
    <Dialog
      title={t('heard.theme')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={isActing}
            isDisabled={!title.trim()}
            onPress={() =>
              act(async () => {
                await api('POST /api/v1/programmes/:programmeId/heard/:heardId/theme', {
                  params: { programmeId: programme.id, heardId: heard.id },
                  body: { communityId, title: title.trim(), kind: kind as (typeof kinds)[number] },
                })
                return t('heard.themeBegun')
              }, onClose)
            }
          >
            {t('heard.themeSend')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <p className="m-0 text-muted">{t('heard.themeHint')}</p>
        <TextField
          label={t('heard.themeTitle')}
          value={title}
          onChange={setTitle}
          maxLength={120}
          autoFocus
        />
        <Select
          label={t('heard.themeKind')}
          value={kind}
          onChange={setKind}
          options={kinds.map((id) => ({ id, label: t(`heard.themeKinds.${id}`) }))}
        />
        {places.length > 1 && (
          <Select
            label={t('communities.which')}
            value={communityId}
            onChange={setCommunity}
            options={places.map((one) => ({ id: one.id, label: pickText(one.name, language) }))}
          />
        )}
      </div>
    </Dialog>
  )
}
