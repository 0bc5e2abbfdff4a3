import '../components/debates.css'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { Debate } from '#modules/debates/contract.ts'
import { CommunityLink } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { ArgumentsPart } from '../components/ArgumentsPart.tsx'
import { DecisionPart } from '../components/DecisionPart.tsx'
import { FilePart, ReviewPart, RulesPart } from '../components/FilePart.tsx'
import { MinePart } from '../components/MinePart.tsx'
import { ProposalsPart, ProposalView } from '../components/ProposalsPart.tsx'
import { benchPath, debatesPath } from '../paths.ts'
import { debateQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'

/** A debate; `proposal` opens one of its proposals. */
export function DebatePage() {
  const t = useT()
  const { debateId = '' } = useParams({ strict: false }) as { debateId?: string }
  const { proposal } = useSearch({ strict: false }) as { proposal?: string }
  const { data: debate, error, refetch } = useQuery(debateQuery(debateId))
  useInvalidateOn(
    `community:${debate?.community.id ?? ''}`,
    keys.debate(debateId),
    keys.arguments(debateId),
    keys.proposals(debateId),
  )
  if (error && !debate)
    return (
      <Page title={t('title')}>
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      </Page>
    )
  return (
    <Page title={debate?.question ?? t('title')} place={t('title')}>
      {debate ? <Whole debate={debate} proposalId={proposal} /> : <SkeletonRows rows={6} />}
    </Page>
  )
}

function Whole({ debate, proposalId }: { debate: Debate; proposalId: string | undefined }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  const { community } = debate
  const when = (at: string) => format.dateTime(new Date(at), 'day')
  return (
    <article className="grid gap-7">
      <header className="grid gap-2">
        <p className="debate-facts">
          <CommunityLink community={community} />
          <PlainLink to={debatesPath(community.slug)} className="member-link">
            {t('page.all')}
          </PlainLink>
        </p>
        <h1 lang={debate.language}>{debate.question}</h1>
        <p className="debate-facts">
          <Tag tone={debate.state === 'open' ? 'accent' : 'neutral'}>{t(`state.${debate.state}`)}</Tag>
          <span>
            {debate.state === 'prepared'
              ? debate.opensAt
                ? t('page.opens', { on: when(debate.opensAt) })
                : t('page.notOpen')
              : t(debate.state === 'open' ? 'page.until' : 'page.wasUntil', { on: when(debate.closesAt) })}
          </span>
          {debate.extension && (
            <span>
              {t('page.extended', { from: when(debate.extension.from), reason: debate.extension.reason })}
            </span>
          )}
        </p>
        <p className="debate-acts">
          {debate.can.moderate && (
            <ButtonLink to={`${benchPath(community.slug)}?debate=${debate.id}`} size="small">
              {t('page.bench')}
            </ButtonLink>
          )}
          <LinkButton href={`/api/v1/debates/${debate.id}/markdown`} size="small" look="quiet" download>
            {t('page.markdown')}
          </LinkButton>
        </p>
      </header>
      {debate.state === 'open' && debate.can.why && (
        <Notice>
          {t(debate.can.why === 'joinFirst' ? 'page.joinFirst' : 'page.readOnly', {
            name: pickText(community.name, language),
          })}
        </Notice>
      )}
      <ReviewPart debate={debate} />
      {proposalId && debate.form === 'proposals' ? (
        <ProposalView debate={debate} proposalId={proposalId} />
      ) : (
        <>
          <DecisionPart debate={debate} />
          <MinePart debate={debate} />
          <FilePart debate={debate} />
          <RulesPart debate={debate} />
          {debate.state !== 'prepared' && debate.form === 'question' && (
            <Section title={t('argument.title')}>
              <ArgumentsPart debate={debate} proposalId={null} />
            </Section>
          )}
          {debate.form === 'proposals' && (
            <Section title={t('proposal.title')}>
              <ProposalsPart debate={debate} />
            </Section>
          )}
        </>
      )}
    </article>
  )
}
