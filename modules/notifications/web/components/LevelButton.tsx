import { useQuery } from '@tanstack/react-query'
import { Bell, BellMinus, BellOff, BellRing } from 'lucide-react'
import { useState } from 'react'
import { useErrorToast } from '#platform/web/errors.ts'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Popover } from '#ui/Popover.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { chooseLevel } from '../acts.ts'
import type { Level } from '../acts.ts'
import { levelQuery } from '../queries.ts'
import { useT } from '../t.ts'

export const levels = ['all', 'mentions', 'digest', 'nothing'] as const
const pictures = { all: BellRing, mentions: Bell, digest: BellMinus, nothing: BellOff }

/** In a community's header: what I receive from it. */
export default function LevelButton({ community }: { community: SlotCommunity }) {
  const t = useT()
  const { data } = useQuery(levelQuery(community.slug))
  const onError = useErrorToast(t)
  const [chosen, setChosen] = useState<Level>()
  if (!data) return null
  const level = chosen ?? data.level
  const Picture = pictures[level]
  const choose = (id: string) => {
    const next = levels.find((known) => known === id)
    if (!next || next === level) return
    setChosen(next)
    chooseLevel(community.slug, next)
      .then(() => toast(t('level.chosen')))
      .catch(onError)
      .finally(() => setChosen(undefined))
  }
  return (
    <Popover
      label={t('level.label')}
      trigger={
        <Button look="quiet" aria-label={`${t('level.label')} : ${t(`level.${level}`)}`}>
          <Picture aria-hidden />
          {t(`level.short.${level}`)}
        </Button>
      }
    >
      <div className="max-w-80">
        <RadioGroup
          label={t('level.label')}
          value={level}
          onChange={choose}
          options={levels.map((id) => ({ id, label: t(`level.${id}`), hint: t(`level.${id}Hint`) }))}
        />
      </div>
    </Popover>
  )
}
