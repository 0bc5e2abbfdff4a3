import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { api } from '#platform/web/api.ts'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/TextField.tsx'
import { volunteerQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Beside a community's conversations, for its members: a turn to speak now and then, if they like. */
export default function VolunteerBlock({ community }: { community: SlotCommunity }) {
  const detail = useCommunity(community.slug)
  return detail?.can.participate ? <Asked community={community} /> : null
}

function Asked({ community }: { community: SlotCommunity }) {
  const t = useT()
  const { data } = useQuery(volunteerQuery(community.id))
  const [isOpen, setOpen] = useState(false)
  const [subject, setSubject] = useState('')
  const params = { community: community.id }
  const join = useAct(
    () => api('PUT /api/v1/communities/:community/volunteer', { params, body: { subject: subject || null } }),
    t('volunteer.saved'),
    () => setOpen(false),
  )
  const leave = useAct(
    () => api('DELETE /api/v1/communities/:community/volunteer', { params }),
    t('volunteer.left'),
  )
  if (!data) return null
  return (
    <section aria-labelledby="volunteer" className="grid gap-2 pb-6">
      <h2 id="volunteer" className="m-0 text-[1.0625rem]">
        {t('volunteer.title')}
      </h2>
      <p className="m-0 text-sm text-muted" dir="auto">
        {data.isVolunteer
          ? [t('volunteer.isOn'), data.subject].filter(Boolean).join(' ')
          : t('volunteer.hint')}
      </p>
      {isOpen && !data.isVolunteer && (
        <TextField
          label={t('volunteer.subject')}
          optional
          value={subject}
          onChange={setSubject}
          maxLength={200}
          autoFocus
        />
      )}
      <div>
        {data.isVolunteer ? (
          <Button size="small" look="quiet" isPending={leave.isPending} onPress={() => leave.run(undefined)}>
            {t('volunteer.leave')}
          </Button>
        ) : isOpen ? (
          <Button size="small" look="primary" isPending={join.isPending} onPress={() => join.run(undefined)}>
            {t('volunteer.save')}
          </Button>
        ) : (
          <Button size="small" onPress={() => setOpen(true)}>
            {t('volunteer.join')}
          </Button>
        )}
      </div>
    </section>
  )
}
