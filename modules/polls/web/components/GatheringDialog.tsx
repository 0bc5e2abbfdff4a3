import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Poll } from '#modules/polls/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextField } from '#ui/TextField.tsx'
import { gatheringPath } from '../paths.ts'
import { keys } from '../queries.ts'
import { useT } from '../t.ts'
import { useOptionName } from './use-option-name.ts'

/** Makes a gathering of the date that suits most. */
export default function GatheringDialog({ poll, onClose }: { poll: Poll; onClose: () => void }) {
  const t = useT()
  const say = useErrorWords(t)
  const navigate = useNavigate()
  const nameOf = useOptionName()
  const [optionId, setOption] = useState(poll.result?.winners[0] ?? poll.options[0]?.id ?? '')
  const [place, setPlace] = useState('')
  const [link, setLink] = useState('')
  const make = useMutation({
    mutationFn: () =>
      api('POST /api/v1/polls/:pollId/gathering', {
        params: { pollId: poll.id },
        body: {
          optionId,
          ...(place.trim() && { place: place.trim() }),
          ...(link.trim() && { link: link.trim() }),
        },
      }),
    onSuccess({ gatheringId }) {
      void queryClient.invalidateQueries({ queryKey: keys.ofPost(poll.postId) })
      onClose()
      void navigate({ href: gatheringPath(gatheringId) })
    },
  })
  const [isMissing, setMissing] = useState(false)
  return (
    <Dialog
      title={t('gathering.make')}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          isPending={make.isPending}
          onPress={() => {
            const hasPlace = Boolean(place.trim() || link.trim())
            setMissing(!hasPlace)
            if (hasPlace && !make.isPending) make.mutate()
          }}
        >
          {t('gathering.create')}
        </Button>
      }
    >
      <RadioGroup
        label={t('gathering.which')}
        value={optionId}
        onChange={setOption}
        options={poll.options.map((option) => {
          const tally = poll.result?.tallies.find((one) => one.optionId === option.id)
          return {
            id: option.id,
            label: nameOf(option),
            hint: t('poll.dateVotes', { yes: tally?.votes ?? 0, ifNeeded: tally?.ifNeeded ?? 0 }),
          }
        })}
      />
      <TextField
        label={t('gathering.place')}
        value={place}
        onChange={setPlace}
        maxLength={300}
        {...(isMissing && { error: t('gathering.placeMissing') })}
      />
      <TextField label={t('gathering.link')} optional value={link} onChange={setLink} maxLength={1000} />
      <p className="text-muted">{t('gathering.told')}</p>
      {make.error && (
        <p role="alert" className="text-bad">
          {say(make.error)}
        </p>
      )}
    </Dialog>
  )
}
