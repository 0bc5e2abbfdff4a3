import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type { Arrival } from '#modules/workbench/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { ownMissions } from '../missions.ts'
import { firstNameOf } from '../openers.ts'
import { missionsQuery, refreshWorkbench } from '../queries.ts'
import { useT } from '../t.ts'
import { Sheet } from './Sheet.tsx'

/** A first small mission for one newcomer: one of the community's, reworded if wanted. */
export function MissionDialog({
  slug,
  arrival,
  onClose,
}: {
  slug: string
  arrival: Arrival
  onClose: () => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  const { data } = useQuery(missionsQuery(slug))
  const missions = (data && data.items.length > 0 ? data.items : ownMissions).map((one) =>
    pickText(one, language),
  )
  const [chosen, setChosen] = useState('')
  const [text, setText] = useState(arrival.mission ?? '')
  const save = useMutation({
    mutationFn: (mission: string | null) =>
      api('PUT /api/v1/communities/:community/welcome/:memberId', {
        params: { community: slug, memberId: arrival.member.id },
        body: { mission },
      }),
    onSuccess: (_, mission) => {
      toast(t(mission ? 'did.mission' : 'did.noMission', { name: firstNameOf(arrival.member.displayName) }))
      refreshWorkbench()
      onClose()
    },
    onError,
  })
  return (
    <Sheet
      slug={slug}
      title={t('mission.title', { name: firstNameOf(arrival.member.displayName) })}
      isOpen
      onClose={onClose}
      acts={
        <>
          {arrival.mission ? (
            <Button onPress={() => save.mutate(null)}>{t('welcome.removeBuddy')}</Button>
          ) : (
            <Button onPress={onClose}>{t('cancel')}</Button>
          )}
          <Button
            look="primary"
            isDisabled={text.trim() === ''}
            isPending={save.isPending}
            onPress={() => save.mutate(text.trim())}
          >
            {t('mission.propose')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('mission.hint')}</p>
        {data ? (
          <RadioGroup
            label={t('mission.choose')}
            cards
            value={chosen}
            onChange={(id) => {
              setChosen(id)
              setText(missions[Number(id)] ?? '')
            }}
            options={missions.map((label, index) => ({ id: String(index), label }))}
          />
        ) : (
          <SkeletonRows rows={3} />
        )}
        <TextArea label={t('mission.words')} value={text} onChange={setText} rows={2} maxLength={300} />
      </div>
    </Sheet>
  )
}

const linesOf = (items: readonly LocalText[], language: 'fr' | 'en'): string =>
  items.map((one) => one[language] ?? '').join('\n')

/** The community's own first missions, a line each, in its languages. */
export function MissionsDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const { data } = useQuery(missionsQuery(slug))
  return data ? <MissionsForm slug={slug} onClose={onClose} items={data.items} /> : null
}

function MissionsForm({
  slug,
  onClose,
  items,
}: {
  slug: string
  onClose: () => void
  items: readonly LocalText[]
}) {
  const t = useT()
  const onError = useErrorToast(t)
  const spoken = useCommunity(slug)?.languages ?? ['fr']
  const languages = (['fr', 'en'] as const).filter((one) => spoken.includes(one))
  const start = items.length > 0 ? items : ownMissions
  const [text, setText] = useState({ fr: linesOf(start, 'fr'), en: linesOf(start, 'en') })
  const save = useMutation({
    mutationFn: () => {
      const lines = languages.map((one) => [one, text[one].split('\n').map((line) => line.trim())] as const)
      const n = Math.min(12, Math.max(...lines.map(([, all]) => all.length)))
      const written = Array.from({ length: n }, (_, index) =>
        Object.fromEntries(
          lines.flatMap(([one, all]) => (all[index] ? [[one, all[index].slice(0, 300)]] : [])),
        ),
      ).filter((one) => Object.keys(one).length > 0)
      return api('PUT /api/v1/communities/:community/missions', {
        params: { community: slug },
        body: { items: written },
      })
    },
    onSuccess: () => {
      toast(t('did.missions'))
      refreshWorkbench()
      onClose()
    },
    onError,
  })
  return (
    <Sheet
      slug={slug}
      title={t('mission.editTitle')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isPending={save.isPending} onPress={() => save.mutate()}>
            {t('welcome.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('mission.editHint')}</p>
        {languages.map((one) => (
          <TextArea
            key={one}
            label={t(`greet.${one}`)}
            lang={one}
            value={text[one]}
            onChange={(next) => setText({ ...text, [one]: next })}
            rows={6}
            maxLength={4000}
          />
        ))}
      </div>
    </Sheet>
  )
}
