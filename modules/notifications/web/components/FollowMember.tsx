import { useQuery } from '@tanstack/react-query'
import { UserRoundCheck, UserRoundPlus } from 'lucide-react'
import { useErrorToast } from '#platform/web/errors.ts'
import type { SlotMember } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { followMember } from '../acts.ts'
import { memberQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** On somebody's profile: their publications in my digest. */
export default function FollowMember({ member }: { member: SlotMember }) {
  return member.isMe ? null : <Follow member={member} />
}

function Follow({ member }: { member: SlotMember }) {
  const t = useT()
  const { data } = useQuery(memberQuery(member.id))
  const onError = useErrorToast(t)
  if (!data) return null
  const Picture = data.follows ? UserRoundCheck : UserRoundPlus
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-4">
      <Button
        size="small"
        aria-pressed={data.follows}
        onPress={() => void followMember(member.id, !data.follows).catch(onError)}
      >
        <Picture aria-hidden />
        {data.follows ? t('follow.personFollowed') : t('follow.person')}
      </Button>
      <span className="text-sm text-muted">{t('follow.personHint')}</span>
    </div>
  )
}
