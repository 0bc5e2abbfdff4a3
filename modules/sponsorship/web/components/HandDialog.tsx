import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import type { SlotText } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { promisesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** One question for a sponsor, with a word. */
export default function HandDialog({ text, onClose }: { text: SlotText; onClose: () => void }) {
  const t = useT()
  const { data } = useQuery(promisesQuery({ slug: text.community.slug }))
  const [chosen, setChosen] = useState<string>()
  const [word, setWord] = useState('')
  const sponsors = data?.sponsors ?? []
  const sponsorId = chosen ?? sponsors[0]?.id
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/posts/:postId/hand', {
        params: { postId: text.postId },
        body: { sponsorId: sponsorId ?? '', word: word.trim() || null },
        idempotencyKey,
      }),
    t('said.handed'),
    onClose,
  )
  return (
    <Dialog
      title={t('hand.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isDisabled={!sponsorId} isPending={act.isPending} onPress={() => act.run()}>
            {t('hand.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {data && sponsors.length === 0 ? (
          <p>{t('hand.none')}</p>
        ) : (
          <Select
            label={t('hand.who')}
            value={sponsorId ?? null}
            onChange={setChosen}
            options={sponsors.map(({ id, displayName }) => ({ id, label: displayName }))}
          />
        )}
        <TextArea label={t('hand.word')} value={word} onChange={setWord} maxLength={300} />
      </div>
    </Dialog>
  )
}
