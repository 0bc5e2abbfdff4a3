import '../components/listening.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CommunityLink } from '#modules/communities/web/public.ts'
import type { MyListening } from '#modules/listening/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { ActionRow } from '../components/ActionList.tsx'
import { DecisionCard } from '../components/DecisionCard.tsx'
import { PassedView } from '../components/PassedView.tsx'
import { textPath } from '../paths.ts'
import { mineQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** All that listening asks of me, and what it repeats of my words. */
export function MyListeningPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(mineQuery)
  return (
    <Page title={t('mine.title')}>
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} />
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : data ? (
        <Parts mine={data} />
      ) : (
        <SkeletonRows rows={4} />
      )}
    </Page>
  )
}

function Parts({ mine }: { mine: MyListening }) {
  const t = useT()
  const { decisions, checks, actions, quotes } = mine
  if (decisions.length + checks.length + actions.length + quotes.length === 0)
    return (
      <EmptyState title={t('mine.empty')} picture={<Yard />}>
        {t('mine.emptyHint')}
      </EmptyState>
    )
  return (
    <>
      {decisions.length > 0 && (
        <Section title={t('mine.decisions')}>
          {decisions.map((item) => (
            <DecisionCard key={item.decision.id} item={item} />
          ))}
        </Section>
      )}
      {checks.length > 0 && (
        <Section title={t('mine.checks')} hint={t('theme.checkHint')}>
          {checks.map((item) => (
            <CheckCard key={item.theme.id} item={item} />
          ))}
        </Section>
      )}
      {actions.length > 0 && (
        <Section title={t('mine.actions')}>
          <Rows label={t('mine.actions')}>
            {actions.map(({ title, action }) => (
              <li key={action.id} className="grid gap-1">
                <p className="text-muted">{title}</p>
                <ul className="listening-actions">
                  <ActionRow action={action} />
                </ul>
              </li>
            ))}
          </Rows>
        </Section>
      )}
      {quotes.length > 0 && (
        <Section title={t('mine.myQuotes')} hint={t('mine.myQuotesHint')}>
          <Rows label={t('mine.myQuotes')}>
            {quotes.map((quote) => (
              <QuoteRow key={quote.id} quote={quote} />
            ))}
          </Rows>
        </Section>
      )}
    </>
  )
}

function QuoteRow({ quote }: { quote: MyListening['quotes'][number] }) {
  const t = useT()
  const refuse = useAct(
    () => api('POST /api/v1/listening/excerpts/:excerptId/refusal', { params: { excerptId: quote.id } }),
    t('mine.refused'),
  )
  return (
    <li className="grid gap-1.5">
      <blockquote className="listening-words">{quote.quote}</blockquote>
      <p className="listening-facts">
        <span>{t('mine.inTheme', { title: quote.themeTitle })}</span>
        <CommunityLink community={quote.community} />
        <span>{t(`state.${quote.state}`)}</span>
        <Link to={textPath(quote.postId, quote.commentId)}>{t('mine.seeText')}</Link>
      </p>
      <p>
        <Button size="small" isPending={refuse.isPending} onPress={() => refuse.run()}>
          {t('mine.refuse')}
        </Button>
      </p>
    </li>
  )
}

/** A second reading asked by somebody who runs a community alone. */
function CheckCard({ item }: { item: MyListening['checks'][number] }) {
  const t = useT()
  const [word, setWord] = useState('')
  const act = useAct(
    (decision: 'confirmed' | 'returned', idempotencyKey) =>
      api('POST /api/v1/listening/themes/:themeId/check', {
        params: { themeId: item.theme.id },
        body: { decision, word: word.trim() || null },
        idempotencyKey,
      }),
    (decision) => t(decision === 'confirmed' ? 'theme.confirmed' : 'theme.returned'),
  )
  return (
    <article className="listening-heard">
      <PassedView theme={item.theme} />
      <p className="text-muted">{t('mine.askedBy', { name: item.askedBy.displayName })}</p>
      <TextArea label={t('theme.word')} optional rows={2} value={word} onChange={setWord} maxLength={1000} />
      <p className="listening-step-acts">
        <Button look="primary" isDisabled={act.isPending} onPress={() => act.run('confirmed')}>
          {t('theme.confirm')}
        </Button>
        <Button isDisabled={act.isPending || !word.trim()} onPress={() => act.run('returned')}>
          {t('theme.return')}
        </Button>
      </p>
    </article>
  )
}
