import { useState } from 'react'
import { communityKinds, useKindName, useMyCommunities } from '#modules/communities/web/public.ts'
import type { CommunityKind } from '#modules/communities/contract.ts'
import type { Programme } from '#modules/programmes/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Founds a community with what the programme already says, or links one that one manages. */
export default function CommunityDialog({
  programme,
  onClose,
}: {
  programme: Programme
  onClose: () => void
}) {
  const t = useT()
  const kindName = useKindName()
  const { language } = useLanguage()
  const { isActing, act } = useAct()
  const managed = useMyCommunities().filter(
    ({ id, roles }) => roles.includes('manager') && !programme.communities.some((one) => one.id === id),
  )
  const [way, setWay] = useState('found')
  const [linked, setLinked] = useState<string | null>(null)
  const [kind, setKind] = useState<CommunityKind>('practice')
  const [name, setName] = useState(pickText(programme.name, language).slice(0, 80))
  const [purpose, setPurpose] = useState((programme.vision ?? '').slice(0, 300))
  const [visibility, setVisibility] = useState('open')
  const isReady = way === 'link' ? linked !== null : name.trim() !== '' && purpose.trim() !== ''
  return (
    <Dialog
      title={t('communities.add')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={isActing}
            isDisabled={!isReady}
            onPress={() =>
              act(async () => {
                await api('POST /api/v1/programmes/:programmeId/communities', {
                  params: { programmeId: programme.id },
                  body:
                    way === 'link'
                      ? { communityId: linked! }
                      : {
                          found: {
                            kind,
                            name: { [language]: name.trim() },
                            purpose: { [language]: purpose.trim() },
                            visibility: visibility as 'open' | 'closed',
                          },
                        },
                })
                return t(way === 'link' ? 'communities.linked' : 'communities.founded')
              }, onClose)
            }
          >
            {t(way === 'link' ? 'communities.link' : 'communities.found')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <RadioGroup
          label={t('communities.way')}
          value={way}
          onChange={setWay}
          options={(['found', 'link'] as const).map((id) => ({
            id,
            label: t(`communities.ways.${id}`),
            hint: t(`communities.ways.${id}Hint`),
          }))}
        />
        {way === 'link' ? (
          managed.length === 0 ? (
            <p className="m-0 text-muted">{t('communities.noneManaged')}</p>
          ) : (
            <Select
              label={t('communities.which')}
              value={linked}
              onChange={setLinked}
              options={managed.map((one) => ({ id: one.id, label: pickText(one.name, language) }))}
            />
          )
        ) : (
          <>
            <TextField label={t('communities.name')} value={name} onChange={setName} maxLength={80} />
            <TextArea
              label={t('communities.purpose')}
              value={purpose}
              onChange={setPurpose}
              maxLength={300}
              rows={2}
            />
            <Select
              label={t('communities.kind')}
              value={kind}
              onChange={(id) => setKind(id as CommunityKind)}
              options={communityKinds.map((id) => ({ id, label: kindName(id) }))}
            />
            <Select
              label={t('communities.visibility')}
              value={visibility}
              onChange={setVisibility}
              options={(['open', 'closed'] as const).map((id) => ({
                id,
                label: t(`communities.visibilities.${id}`),
              }))}
            />
          </>
        )}
      </div>
    </Dialog>
  )
}
