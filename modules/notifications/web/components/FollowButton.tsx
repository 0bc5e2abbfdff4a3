import { useQuery } from '@tanstack/react-query'
import { Bell, BellOff, BellRing } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useErrorToast } from '#platform/web/errors.ts'
import type { SlotText } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { Popover } from '#ui/Popover.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { followConversation, markRead } from '../acts.ts'
import type { Following } from '../acts.ts'
import { conversationQuery } from '../queries.ts'
import { useT } from '../t.ts'

const choices = ['follow', 'none', 'mute'] as const
const pictures = { follow: BellRing, none: Bell, mute: BellOff }

/** Beside a conversation's title: follow or mute it. Whoever looks at the conversation has seen what was told about it. */
export default function FollowButton({ text }: { text: SlotText }) {
  const t = useT()
  const { data } = useQuery(conversationQuery(text.postId))
  const onError = useErrorToast(t)
  const [chosen, setChosen] = useState<Following>()
  const unread = data?.unread ?? 0
  // Outside system: the server's list of what is unread; the conversation is on the screen.
  useEffect(() => {
    if (unread > 0) void markRead({ postId: text.postId }).catch(() => {})
  }, [unread, text.postId])
  if (!data) return null
  const state = chosen ?? data.state
  const Picture = pictures[state]
  const choose = (id: string) => {
    const next = choices.find((known) => known === id)
    if (!next || next === state) return
    setChosen(next)
    followConversation(text.postId, next)
      .catch(onError)
      .finally(() => setChosen(undefined))
  }
  const names = { follow: t('follow.following'), none: t('follow.label'), mute: t('follow.muted') }
  return (
    <Popover
      label={t('follow.choices')}
      trigger={
        <Button look="quiet" icon aria-label={names[state]}>
          <Picture aria-hidden className={state === 'follow' ? 'text-accent' : undefined} />
        </Button>
      }
    >
      <div className="max-w-80">
        <RadioGroup
          label={t('follow.choices')}
          value={state}
          onChange={choose}
          options={[
            {
              id: 'follow',
              label: t('follow.followChoice'),
              hint:
                data.isAutomatic && data.state === 'follow'
                  ? t('follow.automaticHint')
                  : t('follow.followHint'),
            },
            // Who wrote in it follows by rule: nothing in particular would be the same.
            ...(data.isAutomatic && data.state === 'follow'
              ? []
              : [{ id: 'none', label: t('follow.noneChoice'), hint: t('follow.noneHint') }]),
            { id: 'mute', label: t('follow.muteChoice'), hint: t('follow.muteHint') },
          ]}
        />
      </div>
    </Popover>
  )
}
