import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { CommunityLink, PersonPicker } from '#modules/communities/web/public.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import type {
  Commitment,
  HandedQuestion,
  MySponsorship,
  PreparedDraft,
} from '#modules/sponsorship/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import type { DraftWork } from '../components/DraftDialog.tsx'
import { StateTag } from '../components/state-tag.tsx'
import type { WordAct } from '../components/WordDialog.tsx'
import { mineQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const WordDialog = lazy(() => import('../components/WordDialog.tsx'))
const DraftDialog = lazy(() => import('../components/DraftDialog.tsx'))

/** What I promised as a sponsor, what is handed to me, what is prepared for me or by me. */
export function MySponsorshipPage() {
  const t = useT()
  const query = useQuery(mineQuery)
  const [work, setWork] = useState<DraftWork>()
  const { data } = query
  return (
    <Page title={t('mine.title')}>
      <h1>{t('mine.title')}</h1>
      <p className="max-w-[38rem] pt-1 pb-4 text-pretty text-muted">{t('mine.lead')}</p>
      {query.error && !data ? (
        <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
      ) : !data ? (
        <SkeletonRows rows={5} />
      ) : (
        <Mine data={data} onWork={setWork} />
      )}
      <Suspense>{work && <DraftDialog work={work} onClose={() => setWork(undefined)} />}</Suspense>
    </Page>
  )
}

function Mine({ data, onWork }: { data: MySponsorship; onWork: (work: DraftWork) => void }) {
  const t = useT()
  const proposals = data.commitments.filter(({ status }) => status === 'proposed')
  const promises = data.commitments.filter(({ status }) => status === 'agreed')
  if (!data.isSponsor && data.preparesFor.length === 0 && data.drafts.length === 0)
    return (
      <EmptyState title={t('mine.empty')} picture={<Bench />} level={2}>
        {t('mine.emptyHint')}
      </EmptyState>
    )
  return (
    <>
      {proposals.length > 0 && (
        <Section title={t('mine.proposals')}>
          <Rows label={t('mine.proposals')}>
            {proposals.map((one) => (
              <CommitmentLine key={one.id} one={one} />
            ))}
          </Rows>
        </Section>
      )}
      {data.isSponsor && (
        <Section title={t('mine.promises')}>
          {promises.length === 0 ? (
            <p className="text-muted">{t('mine.noPromise')}</p>
          ) : (
            <Rows label={t('mine.promises')}>
              {promises.map((one) => (
                <CommitmentLine key={one.id} one={one} />
              ))}
            </Rows>
          )}
        </Section>
      )}
      {data.handed.length > 0 && (
        <Section title={t('mine.handed')} hint={t('mine.handedHint')}>
          <Rows label={t('mine.handed')}>
            {data.handed.map((one) => (
              <HandLine key={one.id} one={one} />
            ))}
          </Rows>
        </Section>
      )}
      {data.drafts.length > 0 && (
        <Section title={t('mine.drafts')}>
          <Rows label={t('mine.drafts')}>
            {data.drafts.map((draft) => (
              <DraftLine key={draft.id} draft={draft} onWork={onWork} />
            ))}
          </Rows>
        </Section>
      )}
      {data.preparesFor.map((prepares) => (
        <Section
          key={prepares.delegation.id}
          title={t('mine.preparesFor', { name: prepares.delegation.sponsor.displayName })}
          aside={
            <Button size="small" onPress={() => onWork({ prepares })}>
              {t('mine.preparePost')}
            </Button>
          }
        >
          <Rows label={t('mine.handed')}>
            {prepares.handed.map((one) => (
              <li key={one.id} className="grid gap-1.5">
                <QuestionWords one={one} />
                {one.draftId === null && (
                  <p>
                    <Button size="small" onPress={() => onWork({ prepares, postId: one.postId })}>
                      {t('mine.prepareAnswer')}
                    </Button>
                  </p>
                )}
              </li>
            ))}
            <li>
              <EndDelegation id={prepares.delegation.id} />
            </li>
          </Rows>
        </Section>
      ))}
      {data.isSponsor && <Delegates data={data} />}
    </>
  )
}

function CommitmentLine({ one }: { one: Commitment }) {
  const t = useT()
  const { language } = useLanguage()
  const [open, setOpen] = useState<WordAct>()
  const agree = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/sponsorship/commitments/:commitmentId/agreement', {
        params: { commitmentId: one.id },
        body: {},
        idempotencyKey,
      }),
    t('said.agreed'),
  )
  const [now] = one.months
  return (
    <li className="grid gap-1.5">
      <p className="font-semibold" dir="auto">
        {one.text}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <PlainLink to={one.place.path} className="member-link">
          {pickText(one.place.name, language)}
        </PlainLink>
        {one.can.agree && one.proposedBy && (
          <span>{t('mine.proposedBy', { name: one.proposedBy.displayName })}</span>
        )}
        {now && <StateTag state={now.state} />}
        {now && one.perMonth !== null && (
          <span>{t('mine.thisMonth', { kept: String(now.kept), perMonth: String(one.perMonth) })}</span>
        )}
      </p>
      {one.replaces && <p className="text-sm">{t('mine.insteadOf', { text: one.replaces.text })}</p>}
      <p className="flex flex-wrap gap-2">
        {one.can.agree && (
          <>
            <Button size="small" look="primary" isPending={agree.isPending} onPress={() => agree.run()}>
              {t('mine.agree')}
            </Button>
            <Button size="small" onPress={() => setOpen('decline')}>
              {t('mine.decline')}
            </Button>
          </>
        )}
        {one.can.end && (
          <>
            {one.what === 'other' && (
              <Button size="small" look="primary" onPress={() => setOpen('done')}>
                {t('mine.done')}
              </Button>
            )}
            <Button size="small" onPress={() => setOpen('pause')}>
              {t('mine.pause')}
            </Button>
            <Button size="small" look="quiet" onPress={() => setOpen('withdraw')}>
              {t('mine.withdraw')}
            </Button>
          </>
        )}
      </p>
      <Suspense>
        {open && <WordDialog commitmentId={one.id} act={open} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </li>
  )
}

function QuestionWords({ one }: { one: HandedQuestion }) {
  const t = useT()
  return (
    <>
      <p>
        <PlainLink to={`/posts/${one.postId}`} className="member-link font-semibold" lang={one.language}>
          {one.title ?? t('mine.untitled')}
        </PlainLink>
      </p>
      <p className="line-clamp-2 text-muted" lang={one.language}>
        {one.excerpt}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <CommunityLink community={one.community} />
        {one.by && <MemberLink member={one.by} />}
        {one.word && <span dir="auto">{one.word}</span>}
      </p>
    </>
  )
}

function HandLine({ one }: { one: HandedQuestion }) {
  const t = useT()
  const pass = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/sponsorship/hands/:handId/decline', { params: { handId: one.id }, idempotencyKey }),
    t('said.passed'),
  )
  return (
    <li className="grid gap-1.5">
      <QuestionWords one={one} />
      <p className="flex flex-wrap gap-2">
        <ButtonLink to={`/posts/${one.postId}`} size="small" look="primary">
          {t('mine.answer')}
        </ButtonLink>
        <Button size="small" isPending={pass.isPending} onPress={() => pass.run()}>
          {t('mine.pass')}
        </Button>
      </p>
    </li>
  )
}

function DraftLine({ draft, onWork }: { draft: PreparedDraft; onWork: (work: DraftWork) => void }) {
  const t = useT()
  const { language } = useLanguage()
  const drop = useAct(
    (_: void, idempotencyKey) =>
      api('DELETE /api/v1/sponsorship/drafts/:draftId', { params: { draftId: draft.id }, idempotencyKey }),
    t('said.dropped'),
  )
  return (
    <li className="grid gap-1.5">
      <p className="font-semibold" dir="auto">
        {draft.post
          ? t('mine.answerTo', { title: draft.post.title ?? t('mine.untitled') })
          : (draft.title ?? t('mine.postIn', { community: pickText(draft.community.name, language) }))}
      </p>
      <p className="line-clamp-2 text-muted" lang={draft.language}>
        {draft.bodyMd}
      </p>
      <p className="text-sm">
        {draft.mayPublish
          ? t('mine.draftBy', { name: draft.delegate.displayName })
          : t('mine.waits', { name: draft.sponsor.displayName })}
      </p>
      <p className="flex flex-wrap gap-2">
        {draft.mayPublish ? (
          <Button size="small" look="primary" onPress={() => onWork({ draft, publish: true })}>
            {t('mine.publish')}
          </Button>
        ) : (
          <Button size="small" onPress={() => onWork({ draft })}>
            {t('mine.edit')}
          </Button>
        )}
        <Button size="small" look="quiet" isPending={drop.isPending} onPress={() => drop.run()}>
          {t('mine.drop')}
        </Button>
      </p>
    </li>
  )
}

function EndDelegation({ id }: { id: string }) {
  const t = useT()
  const end = useAct(
    (_: void, idempotencyKey) =>
      api('DELETE /api/v1/sponsorship/delegations/:delegationId', {
        params: { delegationId: id },
        idempotencyKey,
      }),
    t('said.ended'),
  )
  return (
    <Button size="small" look="quiet" isPending={end.isPending} onPress={() => end.run()}>
      {t('mine.endDelegation')}
    </Button>
  )
}

function Delegates({ data }: { data: MySponsorship }) {
  const t = useT()
  const name = useAct(
    (memberId: string, idempotencyKey) =>
      api('POST /api/v1/me/delegates', { body: { memberId }, idempotencyKey }),
    t('said.named'),
  )
  return (
    <Section title={t('mine.delegates')} hint={t('mine.delegatesHint')}>
      <div className="grid gap-4">
        {data.delegates.length === 0 ? (
          <p className="text-muted">{t('mine.noDelegate')}</p>
        ) : (
          <Rows label={t('mine.delegates')}>
            {data.delegates.map(({ id, delegate }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-2">
                <MemberLink member={delegate} />
                <EndDelegation id={id} />
              </li>
            ))}
          </Rows>
        )}
        <PersonPicker
          label={t('mine.name')}
          employeesOnly
          without={data.delegates.map(({ delegate }) => delegate.id)}
          onChoose={(card) => card && name.run(card.id)}
        />
      </div>
    </Section>
  )
}
