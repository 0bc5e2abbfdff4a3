import { useQuery } from '@tanstack/react-query'
import { EllipsisVertical } from 'lucide-react'
import { CommunityLink } from '#modules/communities/web/public.ts'
import { postPath, writePath } from '#modules/discussions/web/public.ts'
import type { Turn } from '#modules/editorial/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Menu } from '#ui/Menu.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { asDate } from '../days.ts'
import { keys, turnsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Turns that I am asked for, and those that I took. */
export function TurnsPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(turnsQuery)
  useInvalidateOn('turnAsked', keys.turns)
  return (
    <Page title={t('turns.title')}>
      <PageHeader title={t('turns.title')} lead={t('turns.lead')} />
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : data.turns.length === 0 ? (
        <EmptyState title={t('turns.empty')} picture={<Talk />}>
          {t('turns.emptyHint')}
        </EmptyState>
      ) : (
        <ul className="rows">
          {data.turns.map((turn) => (
            <li key={turn.id}>
              <TurnRow turn={turn} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

function TurnRow({ turn }: { turn: Turn }) {
  const t = useT()
  const { language } = useLanguage()
  const params = { turnId: turn.id }
  const answer = useAct(
    (body: { answer: 'accepted' | 'declined' | 'swap'; withMemberId?: string }) =>
      api('POST /api/v1/me/turns/:turnId', { params, body }),
    (body) =>
      t(
        body.answer === 'accepted'
          ? 'turns.saidAccepted'
          : body.answer === 'swap'
            ? 'turns.saidSwap'
            : 'turns.saidDeclined',
      ),
  )
  const link = useAct(
    (postId: string) => api('POST /api/v1/me/turns/:turnId/publication', { params, body: { postId } }),
    t('turns.linked'),
  )
  const isAsked = turn.state === 'asked' || turn.state === 'swapAsked'
  return (
    <article className="grid gap-2" aria-label={turn.title}>
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
        <span className="first-letter:uppercase">{t('turns.onDay', { day: asDate(turn.on) })}</span>
        <CommunityLink community={turn.community} />
        {turn.formatName && <span>{pickText(turn.formatName, language)}</span>}
      </p>
      <h2 className="text-[1.1875rem]" dir="auto">
        {turn.title}
      </h2>
      <p>
        {turn.state === 'published'
          ? t('turns.published')
          : turn.swapFrom && isAsked
            ? t('turns.swap', { name: turn.swapFrom.displayName })
            : turn.state === 'accepted'
              ? t('turns.accepted')
              : turn.by && t('turns.by', { name: turn.by.displayName })}
      </p>
      {turn.note && isAsked && (
        <p className="italic" dir="auto">
          {turn.note}
        </p>
      )}
      {turn.howTo && turn.state !== 'published' && (
        <p className="text-muted">{pickText(turn.howTo, language)}</p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {isAsked && (
          <>
            <Button
              look="primary"
              size="small"
              isPending={answer.isPending}
              onPress={() => answer.run({ answer: 'accepted' })}
            >
              {t('turns.accept')}
            </Button>
            <Button
              size="small"
              isDisabled={answer.isPending}
              onPress={() => answer.run({ answer: 'declined' })}
            >
              {t('turns.decline')}
            </Button>
          </>
        )}
        {turn.state === 'accepted' && (
          <ButtonLink
            look="primary"
            size="small"
            to={writePath({ text: turn.title, communityId: turn.community.id })}
          >
            {t('turns.write')}
          </ButtonLink>
        )}
        {turn.state !== 'published' && (turn.swapWith.length > 0 || turn.state === 'accepted') && (
          <Menu
            label={t('turns.acts')}
            trigger={
              <Button look="quiet" size="small" icon aria-label={`${t('turns.acts')} · ${turn.title}`}>
                <EllipsisVertical aria-hidden />
              </Button>
            }
            groups={[
              turn.swapWith.map((member) => ({
                id: member.id,
                label: `${t('turns.swapWith')} ${member.displayName}`,
                onAction: () => answer.run({ answer: 'swap', withMemberId: member.id }),
              })),
              ...(turn.state === 'accepted'
                ? [
                    [
                      {
                        id: 'back',
                        label: t('turns.stepBack'),
                        onAction: () => answer.run({ answer: 'declined' }),
                      },
                    ],
                  ]
                : []),
            ].filter((group) => group.length > 0)}
          />
        )}
      </div>
      {turn.state === 'accepted' && turn.posts.length > 0 && (
        <Select
          className="max-w-md"
          label={t('turns.link')}
          isDisabled={link.isPending}
          options={turn.posts.map(({ id, title }) => ({ id, label: title }))}
          onChange={link.run}
        />
      )}
      {turn.state === 'published' && turn.posts[0] && (
        <p>
          <Link to={postPath(turn.posts[0].id)}>{turn.posts[0].title}</Link>
        </p>
      )}
    </article>
  )
}
