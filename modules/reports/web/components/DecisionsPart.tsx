import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Rows } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { decisionsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const DateField = lazy(async () => ({ default: (await import('#ui/DateField.tsx')).DateField }))

/** What is awaited from whom, by when; each stays until it is answered. */
export function DecisionsPart({ slug }: { slug: string }) {
  const t = useT()
  const format = useFormat()
  const { data, error, refetch } = useQuery(decisionsQuery(slug))
  const [isAdding, setAdding] = useState(false)
  const [answering, setAnswering] = useState<{ id: string; text: string }>()
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} />
  const add = <Button onPress={() => setAdding(true)}>{t('decision.add')}</Button>
  return (
    <div className="grid gap-4">
      {data.items.length === 0 ? (
        <EmptyState title={t('decision.none')} level={3} acts={add}>
          {t('decision.noneHint')}
        </EmptyState>
      ) : (
        <>
          <p className="max-w-[40rem] text-pretty text-muted">{t('decision.lead')}</p>
          <Rows label={t('report.part.decisions')}>
            {data.items.map((one) => (
              <li key={one.id} className="grid gap-1">
                <span className="font-semibold" dir="auto">
                  {one.text}
                </span>
                <span className="report-meta">
                  {one.owner ? t('reader.awaited', { name: one.owner.displayName }) : t('reader.nobody')}
                  {one.due &&
                    ` · ${t('reader.due', { day: format.dateTime(new Date(`${one.due}T12:00:00Z`), 'day') })}`}
                  {one.isLate && <Tag>{t('decision.late')}</Tag>}
                  {one.kind === 'theme' ? (
                    <Tag>{t('decision.theme')}</Tag>
                  ) : (
                    <Button size="small" onPress={() => setAnswering(one)}>
                      {t('decision.answer')}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </Rows>
          <p>{add}</p>
        </>
      )}
      {isAdding && <AddDialog slug={slug} onClose={() => setAdding(false)} />}
      {answering && <AnswerDialog slug={slug} decision={answering} onClose={() => setAnswering(undefined)} />}
    </div>
  )
}

function AddDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const t = useT()
  const [text, setText] = useState('')
  const [owner, setOwner] = useState<MemberCard | null>(null)
  const [due, setDue] = useState<string | null>(null)
  const add = useAct<void>(
    (_, idempotencyKey) =>
      api('POST /api/v1/communities/:community/asked-decisions', {
        params: { community: slug },
        body: { text: text.trim(), ownerId: owner?.id ?? null, due },
        idempotencyKey,
      }),
    t('decision.asked'),
    onClose,
  )
  return (
    <Dialog
      title={t('decision.add')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!text.trim()}
            isPending={add.isPending}
            onPress={() => add.run()}
          >
            {t('decision.add')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextArea
          label={t('decision.text')}
          hint={t('decision.textHint')}
          value={text}
          onChange={setText}
          maxLength={300}
          rows={2}
          autoFocus
        />
        <PersonPicker
          label={t('decision.owner')}
          hint={t('decision.ownerHint')}
          slug={slug}
          chosen={owner}
          onChoose={setOwner}
        />
        <Suspense fallback={<SkeletonRows rows={1} />}>
          <DateField label={t('decision.due')} optional value={due} onChange={setDue} />
        </Suspense>
      </div>
    </Dialog>
  )
}

function AnswerDialog({
  slug,
  decision,
  onClose,
}: {
  slug: string
  decision: { id: string; text: string }
  onClose: () => void
}) {
  const t = useT()
  const [answer, setAnswer] = useState('')
  const act = useAct<void>(
    () =>
      api('PUT /api/v1/communities/:community/asked-decisions/:decisionId', {
        params: { community: slug, decisionId: decision.id },
        body: { answer: answer.trim() },
      }),
    t('decision.answered'),
    onClose,
  )
  return (
    <Dialog
      title={t('decision.answer')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!answer.trim()}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p dir="auto">{decision.text}</p>
        <TextArea
          label={t('decision.answerLabel')}
          value={answer}
          onChange={setAnswer}
          maxLength={500}
          rows={3}
          autoFocus
        />
      </div>
    </Dialog>
  )
}
