import { Download } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Idea, TrialDetail } from '#modules/trials/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Section } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { filePath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { IdeaRow } from './IdeaRow.tsx'

const dialogs = () => import('./IdeaDialogs.tsx')
const WordsDialog = lazy(async () => ({ default: (await dialogs()).WordsDialog }))
const StatusDialog = lazy(async () => ({ default: (await dialogs()).StatusDialog }))
const MergeDialog = lazy(async () => ({ default: (await dialogs()).MergeDialog }))
const DeliverDialog = lazy(async () => ({ default: (await dialogs()).DeliverDialog }))

export type IdeaDialog = 'words' | 'status' | 'merge'

/** Ideas in the leader's order, with votes, status and reasons. */
export function Backlog({ trial }: { trial: TrialDetail }) {
  const t = useT()
  const [open, setOpen] = useState<{ what: IdeaDialog | 'propose' | 'deliver'; idea?: Idea } | undefined>()
  const [dragged, setDragged] = useState<string | undefined>()
  const { backlog } = trial
  const move = useAct(
    ({ id, afterId }: { id: string; afterId: string | null; title: string; n: number }) =>
      api('PATCH /api/v1/trial-ideas/:ideaId', { params: { ideaId: id }, body: { afterId } }),
    ({ title, n }) => t('ideas.moved', { title, n }),
  )
  /** Puts an idea at a place, counted from 0 among all. */
  const place = (id: string, index: number) => {
    const others = backlog.filter((one) => one.id !== id)
    const idea = backlog.find((one) => one.id === id)
    if (!idea || index < 0 || index > others.length) return
    move.run({ id, afterId: others[index - 1]?.id ?? null, title: idea.title, n: index + 1 })
  }
  const close = () => setOpen(undefined)
  const propose = trial.can.propose && (
    <Button look="primary" onPress={() => setOpen({ what: 'propose' })}>
      {t('ideas.propose')}
    </Button>
  )
  return (
    <Section title={t('ideas.title')} hint={t('ideas.lead')}>
      {backlog.length === 0 ? (
        <EmptyState title={t('ideas.empty')} level={3} acts={propose || undefined}>
          {t('ideas.emptyHint')}
        </EmptyState>
      ) : (
        <>
          <p className="trial-acts">
            {propose}
            {trial.can.lead && (
              <Button onPress={() => setOpen({ what: 'deliver' })}>{t('ideas.deliver')}</Button>
            )}
            <LinkButton look="quiet" href={filePath(trial.id)} download>
              <Download aria-hidden />
              {t('ideas.file')}
            </LinkButton>
          </p>
          {trial.can.test && <p className="text-muted">{t('ideas.left', { n: trial.votesLeft })}</p>}
          <ol className="trial-ideas" aria-label={t('ideas.title')}>
            {backlog.map((idea, index) => (
              <IdeaRow
                key={idea.id}
                trial={trial}
                idea={idea}
                index={index}
                dragged={dragged}
                onDrag={setDragged}
                onDrop={() => {
                  if (!dragged || dragged === idea.id) return
                  const from = backlog.findIndex(({ id }) => id === dragged)
                  place(dragged, from < index ? index - 1 : index)
                }}
                onMove={(by) => place(idea.id, index + by)}
                onOpen={(what) => setOpen({ what, idea })}
              />
            ))}
          </ol>
        </>
      )}
      <Suspense fallback={null}>
        {open?.what === 'propose' && <WordsDialog trial={trial} onClose={close} />}
        {open?.what === 'deliver' && <DeliverDialog trial={trial} onClose={close} />}
        {open?.idea && open.what === 'words' && (
          <WordsDialog trial={trial} idea={open.idea} onClose={close} />
        )}
        {open?.idea && open.what === 'status' && <StatusDialog idea={open.idea} onClose={close} />}
        {open?.idea && open.what === 'merge' && (
          <MergeDialog trial={trial} idea={open.idea} onClose={close} />
        )}
      </Suspense>
    </Section>
  )
}
