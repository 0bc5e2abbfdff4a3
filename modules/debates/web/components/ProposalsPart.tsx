import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Debate, Proposal, Vote } from '#modules/debates/contract.ts'
import { votes } from '#modules/debates/words.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Rows } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { Prose } from '#ui/Prose.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { debatePath } from '../paths.ts'
import { proposalQuery, proposalsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { ArgumentsPart } from './ArgumentsPart.tsx'
import { Byline } from './Byline.tsx'

const ProposalDialog = lazy(() => import('./ProposalDialog.tsx'))
const WordDialog = lazy(() => import('./WordDialog.tsx'))

function Facts({ proposal }: { proposal: Proposal }) {
  const t = useT()
  const format = useFormat()
  return (
    <p className="debate-facts">
      <Byline
        authors={proposal.author ? [proposal.author] : []}
        nameless={proposal.isNameless ? 1 : 0}
        isMine={proposal.isMine}
      />
      <time dateTime={proposal.on}>{format.dateTime(new Date(proposal.on), 'day')}</time>
      <span>{t('proposal.counts', { for: proposal.for, against: proposal.against })}</span>
      {proposal.outcome && <Tag tone="accent">{t(`outcome.${proposal.outcome.outcome}`)}</Tag>}
    </p>
  )
}

/** The proposals of a debate, in the order in which they came. */
export function ProposalsPart({ debate }: { debate: Debate }) {
  const t = useT()
  const [isWriting, setWriting] = useState(false)
  const query = useInfiniteQuery(proposalsQuery(debate.id))
  const items = query.data?.pages.flatMap((page) => page.items)
  if (query.error && !items)
    return <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
  if (!items) return <SkeletonRows rows={4} />
  return (
    <div className="grid gap-4">
      {items.length === 0 && <p className="text-muted">{t('proposal.empty')}</p>}
      <Rows label={t('proposal.title')}>
        {items.map((proposal) => (
          <li key={proposal.id} className="grid gap-1">
            <PlainLink
              to={`${debatePath(debate.id)}?proposal=${proposal.id}`}
              className="member-link font-semibold"
              lang={proposal.language}
            >
              {proposal.title}
            </PlainLink>
            <Facts proposal={proposal} />
            <Tally proposal={proposal} />
          </li>
        ))}
      </Rows>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
      {(debate.can.participate || (debate.can.manage && debate.state === 'prepared')) && (
        <p>
          <Button onPress={() => setWriting(true)}>{t('proposal.add')}</Button>
        </p>
      )}
      <Suspense>
        {isWriting && (
          <ProposalDialog
            debateId={debate.id}
            mayBeNameless={debate.mayBeNameless}
            onClose={() => setWriting(false)}
          />
        )}
      </Suspense>
    </div>
  )
}

function Tally({ proposal }: { proposal: Proposal }) {
  const t = useT()
  const { tally } = proposal
  if (!tally) return null
  return (
    <p className="debate-tally text-sm">
      {votes.map((vote) => (
        <span key={vote}>
          {t(`vote.${vote}`)} <strong>{tally[vote]}</strong>
        </span>
      ))}
    </p>
  )
}

/** One proposal with its vote and its arguments. */
export function ProposalView({ debate, proposalId }: { debate: Debate; proposalId: string }) {
  const t = useT()
  const [open, setOpen] = useState<'edit' | 'name'>()
  const { data: proposal, error, refetch } = useQuery(proposalQuery(proposalId))
  const vote = useAct(
    (value: Vote | null) =>
      api('PUT /api/v1/debate-proposals/:proposalId/vote', { params: { proposalId }, body: { vote: value } }),
    (value) => t(value ? 'proposal.voted' : 'proposal.unvoted'),
  )
  if (error && !proposal) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!proposal) return <SkeletonRows rows={5} />
  return (
    <div className="grid gap-5">
      <p>
        <PlainLink to={debatePath(debate.id)} className="member-link">
          {t('proposal.all')}
        </PlainLink>
      </p>
      <header className="grid gap-2">
        <h2 lang={proposal.language}>{proposal.title}</h2>
        <Facts proposal={proposal} />
      </header>
      <Prose html={proposal.html} language={proposal.language} />
      {proposal.outcome && (
        <div className="debate-decision">
          <p>
            <strong>{t(`outcome.${proposal.outcome.outcome}`)}</strong>
          </p>
          <p className="debate-words">{proposal.outcome.because}</p>
        </div>
      )}
      {proposal.can.vote && (
        <section className="grid gap-2" aria-label={t('proposal.vote')}>
          <h3>{t('proposal.vote')}</h3>
          <FilterChips
            label={t('proposal.vote')}
            selected={proposal.myVote ? [proposal.myVote] : []}
            onSelect={([next]) => vote.run(votes.find((one) => one === next) ?? null)}
            options={votes.map((id) => ({ id, label: t(`vote.${id}`) }))}
          />
          <p className="text-sm text-muted">
            {t(debate.showVotes === 'atEnd' ? 'proposal.voteAtEnd' : 'proposal.voteFromFive')}
          </p>
        </section>
      )}
      <Tally proposal={proposal} />
      {(proposal.can.edit || (proposal.can.moderate && proposal.isNameless && !proposal.isMine)) && (
        <p className="debate-acts">
          {proposal.can.edit && (
            <Button size="small" onPress={() => setOpen('edit')}>
              {t('proposal.edit')}
            </Button>
          )}
          {proposal.can.moderate && proposal.isNameless && !proposal.isMine && (
            <Button size="small" look="quiet" onPress={() => setOpen('name')}>
              {t('argument.askName')}
            </Button>
          )}
        </p>
      )}
      <ArgumentsPart debate={debate} proposalId={proposal.id} />
      <Suspense>
        {open === 'edit' && (
          <ProposalDialog
            debateId={debate.id}
            proposal={proposal}
            mayBeNameless={debate.mayBeNameless}
            onClose={() => setOpen(undefined)}
          />
        )}
        {open === 'name' && (
          <WordDialog
            title={t('argument.askName')}
            label={t('name.reason')}
            hint={t('name.hint')}
            said={t('name.asked')}
            send={(reason) =>
              api('POST /api/v1/debates/:debateId/name-requests', {
                params: { debateId: debate.id },
                body: { proposalId: proposal.id, reason },
              })
            }
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </div>
  )
}
