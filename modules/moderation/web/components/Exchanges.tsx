import { useState } from 'react'
import type { NoteThread } from '#modules/moderation/contract.ts'
import { api } from '#platform/web/api.ts'
import type { ApiResponse } from '#platform/web/api.ts'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { textPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { NoteList } from './NoteList.tsx'
import { ArticleLine, Words } from './Quote.tsx'

type PeerRequest = ApiResponse<'GET /api/v1/me/moderation'>['peerRequests'][number]

/** Words between two people, each exchange with its text and a line to answer. */
export const Threads = ({ items }: { items: readonly NoteThread[] }) => (
  <ul className="rows">
    {items.map((thread) => (
      <li key={thread.id}>
        <Thread thread={thread} />
      </li>
    ))}
  </ul>
)

function Thread({ thread }: { thread: NoteThread }) {
  const t = useT()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const act = useAct<void>(
    () =>
      api('POST /api/v1/notes/:threadId', { params: { threadId: thread.id }, body: { text: text.trim() } }),
    t('note.sent'),
    () => {
      setText('')
      setOpen(false)
    },
  )
  const name = thread.other.displayName
  return (
    <div className="grid gap-3">
      <h3 className="text-base">
        {t('mine.threadWith', { name })}{' '}
        <span className="text-sm font-normal text-muted">
          {thread.about === null ? (
            t('removed')
          ) : (
            <Link to={textPath(thread.postId, thread.commentId)}>{t('quote', { text: thread.about })}</Link>
          )}
        </span>
      </h3>
      <NoteList notes={thread.notes} />
      {!thread.canWrite ? (
        <p className="text-sm text-muted">{t('note.full')}</p>
      ) : isOpen ? (
        <div className="grid gap-2">
          <TextArea label={t('note.label')} value={text} onChange={setText} maxLength={2000} autoFocus />
          <p className="flex gap-2">
            <Button
              look="primary"
              isDisabled={!text.trim()}
              isPending={act.isPending}
              onPress={() => act.run()}
            >
              {t('send')}
            </Button>
            <Button onPress={() => setOpen(false)}>{t('cancel')}</Button>
          </p>
        </div>
      ) : (
        <p>
          <Button size="small" onPress={() => setOpen(true)}>
            {t('note.reply')}
          </Button>
        </p>
      )}
    </div>
  )
}

/** A colleague's word is asked of me; I may say "not this time". */
export const PeerRequests = ({ items }: { items: readonly PeerRequest[] }) => (
  <ul className="rows">
    {items.map((request) => (
      <li key={request.id}>
        <Request request={request} />
      </li>
    ))}
  </ul>
)

function Request({ request }: { request: PeerRequest }) {
  const t = useT()
  const name = request.author.displayName
  const first = name.split(' ')[0] ?? name
  const [text, setText] = useState<string>()
  const act = useAct(
    (words: string | null) =>
      api('POST /api/v1/peer-requests/:requestId', {
        params: { requestId: request.id },
        body: { text: words },
      }),
    (words) => t(words === null ? 'mine.peerDeclined' : 'mine.peerWrote'),
  )
  return (
    <div className="grid gap-2">
      <h3 className="text-base">
        {request.by
          ? t('mine.peerAsk', { by: request.by.displayName, name })
          : t('mine.peerAskSomebody', { name })}
      </h3>
      <p>
        <Link to={textPath(request.postId, request.commentId)}>{t('quote', { text: request.about })}</Link>
      </p>
      {request.article && <ArticleLine article={request.article} full />}
      {request.text && <Words text={request.text} />}
      {text === undefined ? (
        <p className="flex flex-wrap gap-2">
          <Button look="primary" onPress={() => setText(t('note.start', { name: first }))}>
            {t('mine.peerYes', { name: first })}
          </Button>
          <Button isPending={act.isPending} onPress={() => act.run(null)}>
            {t('mine.peerNo')}
          </Button>
        </p>
      ) : (
        <div className="grid gap-2">
          <TextArea
            label={t('note.label')}
            hint={t('note.lead')}
            value={text}
            onChange={setText}
            maxLength={2000}
            autoFocus
          />
          <p className="flex gap-2">
            <Button
              look="primary"
              isDisabled={!text.trim()}
              isPending={act.isPending}
              onPress={() => act.run(text.trim())}
            >
              {t('send')}
            </Button>
            <Button onPress={() => setText(undefined)}>{t('cancel')}</Button>
          </p>
        </div>
      )}
    </div>
  )
}
