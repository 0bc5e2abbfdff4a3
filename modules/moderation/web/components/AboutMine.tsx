import { useState } from 'react'
import type { AboutMe } from '#modules/moderation/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { Time } from '#ui/Time.tsx'
import { textPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { ArticleLine, Words } from './Quote.tsx'

/** What was said and decided about one of my texts, in order, with what I can do. */
export function AboutMine({ about }: { about: AboutMe }) {
  const t = useT()
  const { language } = useLanguage()
  const [appealing, setAppealing] = useState<string>()
  const [takingBack, setTakingBack] = useState(false)
  const isAsked = about.correctBy !== null && about.correctedAt === null && about.closedAt === null
  const closing = about.outcome && t.has(`mine.closed.${about.outcome}` as never)
  return (
    <div className="grid gap-3">
      <p>
        <Link to={textPath(about.postId, about.commentId)}>{t('quote', { text: about.about || '…' })}</Link>{' '}
        <span className="text-sm text-muted">{pickText(about.community.name, language)}</span>
      </p>
      {about.messages.map((message) => (
        <div key={message.id} className="grid gap-1">
          <h3 className="text-base">
            {t(`mine.${message.step}`)}{' '}
            <span className="text-sm font-normal text-muted">
              {message.by && `${t('mine.by', { name: message.by.displayName })} · `}
              <Time at={message.at} />
            </span>
          </h3>
          {message.article && <ArticleLine article={message.article} full />}
          {message.text && <Words text={message.text} />}
        </div>
      ))}
      {isAsked && (
        <p className="flex flex-wrap items-center gap-3">
          <ButtonLink to={textPath(about.postId, about.commentId)} look="primary" size="small">
            {t('mine.edit')}
          </ButtonLink>
          <span className="text-sm text-muted">{t('mine.until', { at: new Date(about.correctBy!) })}</span>
        </p>
      )}
      {about.correctedAt && about.closedAt === null && <p className="text-muted">{t('mine.corrected')}</p>}
      {about.measures.map((measure) => (
        <Measure key={measure.id} measure={measure} onAppeal={() => setAppealing(measure.id)} />
      ))}
      {about.hiddenText && (
        <div className="grid gap-1">
          <p className="text-sm text-muted">{t('mine.myText')}</p>
          <Words text={about.hiddenText} />
          <p>
            <Button size="small" onPress={() => setTakingBack(true)}>
              {t('mine.takeBack')}
            </Button>
          </p>
        </div>
      )}
      {closing && <p className="text-muted">{t(`mine.closed.${about.outcome as 'talked'}`)}</p>}
      {appealing && <AppealDialog measureId={appealing} onClose={() => setAppealing(undefined)} />}
      {takingBack && <TakeBackDialog about={about} onClose={() => setTakingBack(false)} />}
    </div>
  )
}

/** A hidden text is still its author’s: they may delete it rather than wait. */
function TakeBackDialog({ about, onClose }: { about: AboutMe; onClose: () => void }) {
  const t = useT()
  const { postId, commentId } = about
  const act = useAct(
    (_: void, idempotencyKey) =>
      commentId
        ? api('DELETE /api/v1/comments/:commentId', { params: { commentId }, idempotencyKey })
        : api('DELETE /api/v1/posts/:postId', { params: { postId }, idempotencyKey }),
    t('mine.takenBack'),
    onClose,
  )
  return (
    <Dialog
      title={t('mine.takeBackTitle')}
      alert
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="danger" isPending={act.isPending} onPress={() => act.run()}>
            {t('mine.takeBack')}
          </Button>
        </>
      }
    >
      <p>{t('mine.takeBackLead')}</p>
    </Dialog>
  )
}

function Measure({ measure, onAppeal }: { measure: AboutMe['measures'][number]; onAppeal: () => void }) {
  const t = useT()
  const { appeal } = measure
  // One reading of the clock for the life of the row: it is loaded afresh with the page.
  const [now] = useState(() => Date.now())
  const isOver = measure.endsAt !== null && Date.parse(measure.endsAt) < now
  const title = (): string => {
    if (measure.kind === 'pause')
      return measure.liftedAt || isOver || !measure.endsAt
        ? t('mine.pauseOver')
        : t('mine.pausedUntil', { at: new Date(measure.endsAt) })
    if (measure.liftedAt) return t('mine.shown')
    return t(measure.kind === 'hide' ? 'mine.hidden' : 'mine.takenDown')
  }
  return (
    <div className="card grid gap-2">
      <h3 className="text-base">{title()}</h3>
      {measure.article && <ArticleLine article={measure.article} full />}
      <p dir="auto">{t('mine.reason', { reason: measure.reason })}</p>
      {appeal?.decision ? (
        <>
          <p className="font-semibold">{t(`mine.${appeal.decision}`)}</p>
          {appeal.reasons && <Words text={appeal.reasons} />}
        </>
      ) : (
        appeal && <p className="text-muted">{t('mine.appealWaiting')}</p>
      )}
      {measure.canAppeal && !isOver && (
        <p>
          <Button onPress={onAppeal}>{t('mine.appeal')}</Button>
        </p>
      )}
    </div>
  )
}

function AppealDialog({ measureId, onClose }: { measureId: string; onClose: () => void }) {
  const t = useT()
  const [words, setWords] = useState('')
  const [toMediator, setToMediator] = useState(false)
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/moderation/measures/:measureId/appeal', {
        params: { measureId },
        body: { words: words.trim(), toMediator },
        idempotencyKey,
      }),
    t('mine.appealSent'),
    onClose,
  )
  return (
    <Dialog
      title={t('mine.appealTitle')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!words.trim()}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t('send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('mine.appealLead')}</p>
        <TextArea
          label={t('mine.appealWords')}
          value={words}
          onChange={setWords}
          maxLength={2000}
          autoFocus
        />
        <Checkbox isSelected={toMediator} onChange={setToMediator}>
          {t('mine.toMediator')}
        </Checkbox>
      </div>
    </Dialog>
  )
}
