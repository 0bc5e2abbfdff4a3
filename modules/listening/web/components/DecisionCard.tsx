import { lazy, Suspense, useState } from 'react'
import type { MyListening } from '#modules/listening/contract.ts'
import { CommunityLink } from '#modules/communities/web/public.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { ActionList } from './ActionList.tsx'
import { DecisionLine } from './HeardCard.tsx'
import { PassedView } from './PassedView.tsx'

const AnswerDialog = lazy(() => import('./AnswerDialog.tsx'))
const HandDialog = lazy(() => import('./HandDialog.tsx'))

/** A decision asked of me: the theme and what people say without their names, and my answer. */
export function DecisionCard({ item }: { item: MyListening['decisions'][number] }) {
  const t = useT()
  const [open, setOpen] = useState<'answer' | 'hand'>()
  const { theme, decision, answer, isPublished } = item
  const params = { decisionId: decision.id }
  const accept = useAct(
    () => api('POST /api/v1/listening/decisions/:decisionId/acceptance', { params }),
    t('mine.accepted'),
  )
  return (
    <article className="listening-heard">
      <PassedView theme={theme} />
      <p className="listening-facts">
        <span>{t('mine.askedBy', { name: item.askedBy.displayName })}</span>
        {theme.community && (
          <span className="inline-flex flex-wrap items-center gap-1.5">
            {t('mine.from')} <CommunityLink community={theme.community} />
          </span>
        )}
        {decision.handedBy && decision.handedReason && (
          <span>
            {t('theme.handed', { name: decision.handedBy.displayName, reason: decision.handedReason })}
          </span>
        )}
      </p>
      {!answer && <DecisionLine decision={decision} />}
      {answer && (
        <div className="listening-part grid gap-2">
          <h4>{t('mine.answerTitle')}</h4>
          {answer.weDo.length > 0 && (
            <ActionList
              actions={isPublished ? answer.weDo : answer.weDo.map((one) => ({ ...one, canChange: false }))}
            />
          )}
          {answer.weWillNot && (
            <div>
              <h4>{t('heard.weWillNot')}</h4>
              <p>{answer.weWillNot}</p>
              <p>
                <strong>{t('heard.because')}</strong> {answer.because}
              </p>
            </div>
          )}
          <p className="text-muted">{t(isPublished ? 'mine.isPublished' : 'mine.waits')}</p>
        </div>
      )}
      {!isPublished && (
        <p className="listening-step-acts">
          <Button look="primary" onPress={() => setOpen('answer')}>
            {t(answer ? 'mine.change' : 'mine.answer')}
          </Button>
          {!answer && !decision.acceptedOn && (
            <Button isPending={accept.isPending} onPress={() => accept.run()}>
              {t('mine.accept')}
            </Button>
          )}
          {!answer && (
            <Button look="quiet" onPress={() => setOpen('hand')}>
              {t('mine.hand')}
            </Button>
          )}
        </p>
      )}
      <Suspense>
        {open === 'answer' && <AnswerDialog item={item} onClose={() => setOpen(undefined)} />}
        {open === 'hand' && <HandDialog decisionId={decision.id} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </article>
  )
}
