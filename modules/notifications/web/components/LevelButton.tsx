import { useQuery } from '@tanstack/react-query'
import { Bell, BellMinus, BellOff, BellRing, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useErrorToast } from '#platform/web/errors.ts'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Popover } from '#ui/Popover.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextField } from '#ui/TextField.tsx'
import { chooseLevel, followTag } from '../acts.ts'
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
        <Button look="quiet" aria-label={t('level.button', { level: t(`level.short.${level}`) })}>
          <Picture aria-hidden />
          {t(`level.short.${level}`)}
        </Button>
      }
    >
      <div className="grid max-w-80 gap-4">
        <RadioGroup
          label={t('level.label')}
          value={level}
          onChange={choose}
          options={levels.map((id) => ({ id, label: t(`level.${id}`), hint: t(`level.${id}Hint`) }))}
        />
        <FollowedTags slug={community.slug} tags={data.tags} />
      </div>
    </Popover>
  )
}

/** Tags of this community whose posts are in the digest. */
function FollowedTags({ slug, tags }: { slug: string; tags: readonly string[] }) {
  const t = useT()
  const onError = useErrorToast(t)
  const [tag, setTag] = useState('')
  const add = async () => {
    try {
      await followTag(slug, tag.trim().replace(/^#/, ''), true)
      setTag('')
    } catch (error) {
      onError(error)
    }
  }
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (tag.trim()) void add()
        }}
      >
        <TextField
          label={t('level.followTag')}
          value={tag}
          onChange={setTag}
          maxLength={60}
          className="min-w-0 flex-1"
        />
        <Button type="submit" icon aria-label={t('level.addTag')}>
          <Plus aria-hidden />
        </Button>
      </form>
      {tags.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={t('level.followedTags')}>
          {tags.map((one) => (
            <li key={one}>
              <Button
                size="small"
                aria-label={t('settings.unfollow', { name: `#${one}` })}
                onPress={() => void followTag(slug, one, false).catch(onError)}
              >
                #{one}
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
