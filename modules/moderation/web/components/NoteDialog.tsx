import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import type { SlotText } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { mineQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { NoteList } from './NoteList.tsx'

/** A word to the author of one text, between the two. */
export default function NoteDialog({ text, onClose }: { text: SlotText; onClose: () => void }) {
  const t = useT()
  const name = text.author.displayName
  const first = name.split(' ')[0] ?? name
  const { data } = useQuery(mineQuery)
  const thread = data?.threads.find(
    (one) => one.postId === text.postId && one.commentId === text.commentId && !one.isMine,
  )
  const [typed, setTyped] = useState<string>()
  const words = typed ?? (thread ? '' : t('note.start', { name: first }))
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/notes', {
        body: { postId: text.postId, commentId: text.commentId, text: words.trim() },
        idempotencyKey,
      }),
    t('note.sent'),
    onClose,
  )
  return (
    <Dialog
      title={t('note.title', { name })}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!words.trim() || thread?.canWrite === false}
            isPending={act.isPending}
            onPress={() => act.run(undefined)}
          >
            {t('send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="text-muted">{t('note.lead')}</p>
        {thread && <NoteList notes={thread.notes} />}
        {thread?.canWrite === false ? (
          <p>{t('note.full')}</p>
        ) : (
          <TextArea label={t('note.label')} value={words} onChange={setTyped} maxLength={2000} autoFocus />
        )}
      </div>
    </Dialog>
  )
}
