import { useQuery } from '@tanstack/react-query'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { campaignPath, postPath } from '../paths.ts'
import { challengeQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { useDays } from '../use-days.ts'
import { DrawCheck } from './DrawCheck.tsx'
import { Entries } from './Entries.tsx'
import { TakePart } from './TakePart.tsx'

/** A challenge or a contest: what it is, its rules, who takes part, how it was decided. */
export function ChallengeView({ id, address }: { id: string; address: string }) {
  const t = useT()
  const day = useDays()
  const query = useQuery(challengeQuery(id))
  const answer = useAct(
    (wish: 'named' | 'unnamed' | 'declined') =>
      api('PUT /api/v1/challenges/:challengeId/win', { params: { challengeId: id }, body: { answer: wish } }),
    t('game.winSaved'),
  )
  if (query.error) return <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
  const it = query.data
  if (!it) return <SkeletonRows rows={5} />
  const mine = it.winners.find(({ isMine }) => isMine)
  const isOpen = it.state === 'open'
  return (
    <>
      <p className="pb-2">
        <Link to={campaignPath(address, { tab: 'games' })}>
          {t('page.back', { tag: `#${it.campaign.tag}` })}
        </Link>
      </p>
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <Tag>{t(`game.kind.${it.way ?? 'challenge'}`)}</Tag>
        <Tag tone={isOpen ? 'accent' : 'neutral'}>{t(`game.state.${it.state}`)}</Tag>
        {t(isOpen ? 'game.closesOn' : 'game.closedOn', { date: day(it.closesAt) })}
      </p>
      <h2 className="pt-1 text-2xl" lang={it.language}>
        {it.title}
      </h2>
      {it.text && (
        <p className="max-w-[38rem] pt-2 whitespace-pre-line" lang={it.language}>
          {it.text}
        </p>
      )}
      {mine && mine.answer === 'waiting' && (
        <Notice title={t('game.youWon')}>
          <div className="flex flex-wrap gap-2 pt-2">
            {(['named', 'unnamed', 'declined'] as const).map((wish) => (
              <Button
                key={wish}
                size="small"
                look={wish === 'named' ? 'primary' : 'secondary'}
                isPending={answer.isPending}
                onPress={() => answer.run(wish)}
              >
                {t(`game.win.${wish}`)}
              </Button>
            ))}
          </div>
        </Notice>
      )}
      {it.state === 'decided' && (
        <Section level={3} title={t('game.winners')}>
          {it.decision && (
            <p className="max-w-[38rem] pb-3 whitespace-pre-line" lang={it.language}>
              {it.decision}
            </p>
          )}
          {it.winners.length === 0 && <p>{t('game.nobodyWon')}</p>}
          <ul className="grid gap-2">
            {it.winners.map((one) => (
              <li key={one.code} className="flex flex-wrap items-center gap-x-2">
                {one.member ? <MemberLink member={one.member} className="font-semibold" /> : null}
                {one.postId && one.title && <Link to={postPath(one.postId)}>{one.title}</Link>}
                <span className="text-muted">{t(`game.winner.${one.answer}`, { code: one.code })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {it.kind === 'challenge' ? <TakePart challenge={it} /> : <Entries contest={it} address={address} />}
      {it.criteria && (
        <Section level={3} title={t('game.criteria')}>
          <p className="max-w-[38rem] whitespace-pre-line" lang={it.language}>
            {it.criteria}
          </p>
        </Section>
      )}
      {it.jury.length > 0 && (
        <Section level={3} title={t('game.jury')}>
          <p className="flex flex-wrap gap-x-4">
            {it.jury.map((member) => (
              <MemberLink key={member.id} member={member} />
            ))}
          </p>
        </Section>
      )}
      {it.prizes && (
        <Section level={3} title={t('game.prizes')}>
          <p className="max-w-[38rem] whitespace-pre-line" lang={it.language}>
            {it.prizes}
          </p>
        </Section>
      )}
      <Section level={3} title={t('game.rules')}>
        {it.rules && (
          <p className="max-w-[38rem] pb-2 whitespace-pre-line" lang={it.language}>
            {it.rules}
          </p>
        )}
        <p className="max-w-[38rem] text-muted">{t('game.law')}</p>
      </Section>
      <DrawCheck contest={it} />
    </>
  )
}
