import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Argument, Debate } from '#modules/debates/contract.ts'
import { argumentLength } from '#modules/debates/words.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Select } from '#ui/Select.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { argumentsQuery, proposalsQuery, waitingQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { Byline } from './Byline.tsx'
import { NameRequests } from './NameRequests.tsx'

const WordDialog = lazy(() => import('./WordDialog.tsx'))

function Said({ argument }: { argument: Argument }) {
  return (
    <>
      <p className="debate-words" lang={argument.language}>
        {argument.text}
      </p>
      <p className="debate-facts">
        <span>#{argument.number}</span>
        <Byline authors={argument.authors} nameless={argument.nameless} isMine={argument.isMine} />
      </p>
    </>
  )
}

/** What waits for those who run the community: objections, appeals, what was given back, names asked for. */
export function WaitingPart({ debate }: { debate: Debate }) {
  const t = useT()
  const { data } = useQuery(waitingQuery(debate.id))
  if (!data) return null
  const { objections, appeals, returned, repetitions, nameRequests } = data
  const isEmpty = [objections, appeals, returned, repetitions, nameRequests].every(
    (list) => list.length === 0,
  )
  return (
    <section className="debate-step">
      <h3>{t('waiting.title')}</h3>
      {isEmpty && <p className="text-muted">{t('waiting.empty')}</p>}
      {objections.length > 0 && (
        <ul className="debate-list" aria-label={t('waiting.objections')}>
          {objections.map((argument) => (
            <Objection key={argument.id} argument={argument} />
          ))}
        </ul>
      )}
      {[...appeals, ...returned].length > 0 && (
        <ul className="debate-list" aria-label={t('waiting.returned')}>
          {[...appeals, ...returned].map((argument) => (
            <Returned key={argument.id} argument={argument} />
          ))}
        </ul>
      )}
      {repetitions.length > 0 && (
        <ul className="debate-list" aria-label={t('waiting.repetitions')}>
          {repetitions.map(({ argument, other, count }) => (
            <li key={`${argument.id}${other.id}`} className="debate-argument">
              <p className="text-sm text-muted">
                {t('waiting.repeats', { n: count, one: argument.number, other: other.number })}
              </p>
              <Said argument={argument} />
              <Said argument={other} />
            </li>
          ))}
        </ul>
      )}
      <NameRequests requests={nameRequests} />
    </section>
  )
}

function Objection({ argument }: { argument: Argument }) {
  const t = useT()
  const [isKeeping, setKeeping] = useState(false)
  const params = { argumentId: argument.id }
  const out = useAct(
    () => api('POST /api/v1/debate-arguments/:argumentId/merge-answer', { params, body: { undo: true } }),
    t('waiting.takenOut'),
  )
  return (
    <li className="debate-argument">
      <p className="text-sm text-muted">{t('waiting.objects', { number: argument.merged?.number ?? 0 })}</p>
      <Said argument={argument} />
      <p>
        <strong>{t('mine.why')}</strong> {argument.merged?.objection}
      </p>
      <p className="debate-acts">
        <Button size="small" isPending={out.isPending} onPress={() => out.run()}>
          {t('waiting.takeOut')}
        </Button>
        <Button size="small" look="quiet" onPress={() => setKeeping(true)}>
          {t('waiting.keep')}
        </Button>
      </p>
      <Suspense>
        {isKeeping && (
          <WordDialog
            title={t('waiting.keep')}
            label={t('argument.returnWord')}
            said={t('mine.sent')}
            send={(word) =>
              api('POST /api/v1/debate-arguments/:argumentId/merge-answer', {
                params,
                body: { undo: false, word },
              })
            }
            onClose={() => setKeeping(false)}
          />
        )}
      </Suspense>
    </li>
  )
}

function Returned({ argument }: { argument: Argument }) {
  const t = useT()
  const act = useAct(
    () =>
      api('POST /api/v1/debate-arguments/:argumentId/restoration', { params: { argumentId: argument.id } }),
    t('waiting.restored'),
  )
  return (
    <li className="debate-argument">
      <Said argument={argument} />
      <p>
        <strong>{t('mine.returned')}</strong> {argument.returned?.word}
      </p>
      {argument.returned?.appeal && (
        <p>
          <strong>{t('waiting.appeal')}</strong> {argument.returned.appeal}
        </p>
      )}
      <p>
        <Button size="small" isPending={act.isPending} onPress={() => act.run()}>
          {t('waiting.restore')}
        </Button>
      </p>
    </li>
  )
}

/** Merging: arguments of one side, in the manager's words, with credit to all. */
export function MergePart({ debate }: { debate: Debate }) {
  const t = useT()
  const [side, setSide] = useState<'for' | 'against'>('for')
  const [proposal, setProposal] = useState<string>()
  const [chosen, setChosen] = useState<string[]>([])
  const [text, setText] = useState('')
  const proposals = useInfiniteQuery({
    ...proposalsQuery(debate.id),
    enabled: debate.form === 'proposals',
  }).data?.pages.flatMap((page) => page.items)
  const proposalId = debate.form === 'proposals' ? (proposal ?? proposals?.[0]?.id ?? null) : null
  const query = useInfiniteQuery({
    ...argumentsQuery(debate.id, proposalId, 20),
    enabled: debate.form === 'question' || proposalId !== null,
  })
  const items = query.data?.pages.flatMap((page) => page[side]).filter(({ isMerged }) => !isMerged) ?? []
  const act = useAct(
    () =>
      api('POST /api/v1/debates/:debateId/merges', {
        params: { debateId: debate.id },
        body: { argumentIds: chosen, text: text.trim() },
      }),
    t('merge.done'),
    () => {
      setChosen([])
      setText('')
    },
  )
  return (
    <section className="debate-step">
      <h3>{t('merge.title')}</h3>
      <p className="text-sm text-muted">{t('merge.hint')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {proposals && proposals.length > 0 && (
          <Select
            label={t('merge.proposal')}
            value={proposalId}
            onChange={(id) => {
              setProposal(id)
              setChosen([])
            }}
            options={proposals.map(({ id, title }) => ({ id, label: title }))}
          />
        )}
        <Select
          label={t('merge.side')}
          value={side}
          onChange={(id) => {
            setSide(id === 'against' ? 'against' : 'for')
            setChosen([])
          }}
          options={[
            { id: 'for', label: t('side.for') },
            { id: 'against', label: t('side.against') },
          ]}
        />
      </div>
      <div className="grid gap-2">
        {items.map((argument) => (
          <Checkbox
            key={argument.id}
            isSelected={chosen.includes(argument.id)}
            onChange={(isIn) =>
              setChosen(isIn ? [...chosen, argument.id] : chosen.filter((id) => id !== argument.id))
            }
          >
            <span lang={argument.language}>
              #{argument.number} {argument.text}
            </span>
          </Checkbox>
        ))}
        {items.length === 0 && query.data && <p className="text-muted">{t('merge.nothing')}</p>}
        <LoadMore
          auto={false}
          hasMore={query.hasNextPage}
          isLoading={query.isFetchingNextPage}
          onLoad={() => void query.fetchNextPage()}
        />
      </div>
      {chosen.length >= 2 && (
        <>
          <TextArea
            label={t('merge.text')}
            hint={t('argument.textHint', { left: argumentLength - text.trim().length })}
            value={text}
            onChange={setText}
            maxLength={argumentLength}
          />
          <p>
            <Button
              look="primary"
              isDisabled={!text.trim()}
              isPending={act.isPending}
              onPress={() => act.run()}
            >
              {t('merge.merge', { n: chosen.length })}
            </Button>
          </p>
        </>
      )}
    </section>
  )
}
