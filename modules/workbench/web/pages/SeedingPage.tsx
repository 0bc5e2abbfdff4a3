import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { api, newKey } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { EyeLink, PlainLink } from '#platform/web/links.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useAgo } from '../ago.ts'
import { Frame } from '../components/Frame.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { firstNameOf } from '../openers.ts'
import { postPath } from '../paths.ts'
import { openingsQuery, refreshWorkbench } from '../queries.ts'
import { useT } from '../t.ts'

type Reason = 'skill' | 'gathering' | 'theme' | 'other'
interface Start {
  member: MemberCard | null
  subject: string
  reason: Reason
}

/** Asks members to open subjects: whom, about what, and what became of it; never what they draft. */
export function SeedingPage() {
  const t = useT()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { subject, slot } = useSearch({ strict: false }) as { subject?: unknown; slot?: unknown }
  const given = typeof subject === 'string' ? subject : undefined
  const [start, setStart] = useState<Start | undefined>(
    given === undefined ? undefined : { member: null, subject: given, reason: 'other' },
  )
  return (
    <Frame
      title={t('seed.title')}
      lead={t('seed.lead')}
      acts={
        <Button onPress={() => setStart({ member: null, subject: '', reason: 'other' })}>
          {t('seed.askSomebody')}
        </Button>
      }
    >
      {(community) => (
        <>
          <Seeds slug={slug} onAsk={setStart} />
          {start && (
            <AskToOpen
              community={community}
              start={start}
              slotId={typeof slot === 'string' ? slot : undefined}
              onClose={() => setStart(undefined)}
            />
          )}
        </>
      )}
    </Frame>
  )
}

function Seeds({ slug, onAsk }: { slug: string; onAsk: (start: Start) => void }) {
  const t = useT()
  const ago = useAgo()
  const onError = useErrorToast(t)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    openingsQuery(slug),
  )
  const takeBack = useMutation({
    mutationFn: (openingId: string) =>
      api('DELETE /api/v1/communities/:community/openings/:openingId', {
        params: { community: slug, openingId },
      }),
    onSuccess: () => toast(t('seed.takenBack')),
    onError,
    onSettled: refreshWorkbench,
  })
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  const ideas = data.pages[0]?.ideas ?? []
  const openings = data.pages.flatMap((page) => page.items)
  return (
    <>
      <Section title={t('seed.ideas')} hint={ideas.length > 0 ? t('seed.ideasHint') : undefined}>
        {ideas.length === 0 ? (
          <EmptyState title={t('seed.noIdeas')} picture={<Talk />} level={3}>
            {t('seed.noIdeasHint')}
          </EmptyState>
        ) : (
          <ul className="rows" aria-label={t('seed.ideas')}>
            {ideas.map((idea) => (
              <li key={idea.member.id} className="newcomer-row">
                <MemberAvatar member={idea.member} />
                <div className="min-w-0">
                  <p className="font-semibold" dir="auto">
                    {idea.subject}
                  </p>
                  <p className="text-muted">
                    <MemberLink member={idea.member} /> · {t(`seed.reason.${idea.reason}`)}
                  </p>
                </div>
                <Button
                  aria-label={t('seed.askName', { name: idea.member.displayName })}
                  onPress={() => onAsk(idea)}
                >
                  {t('seed.ask')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {openings.length > 0 && (
        <Section title={t('seed.asked')} hint={t('seed.askedHint')}>
          <ul className="rows" aria-label={t('seed.asked')}>
            {openings.map((one) => (
              <li key={one.id} className="newcomer-row">
                <MemberAvatar member={one.member} />
                <div className="min-w-0">
                  <p className="font-semibold" dir="auto">
                    {one.subject}
                  </p>
                  <p className="text-muted">
                    <MemberLink member={one.member} /> · {t(`seed.state.${one.state}`, { ago: ago(one.at) })}
                  </p>
                </div>
                {one.postId ? (
                  <PlainLink to={postPath(one.postId)} className="underline">
                    {t('open')}
                  </PlainLink>
                ) : one.state === 'waiting' ? (
                  <Button
                    look="quiet"
                    aria-label={t('seed.takeBackFrom', { name: one.member.displayName })}
                    onPress={() => takeBack.mutate(one.id)}
                  >
                    {t('seed.takeBack')}
                  </Button>
                ) : (
                  <span />
                )}
              </li>
            ))}
          </ul>
          <LoadMore
            hasMore={hasNextPage}
            isLoading={isFetchingNextPage}
            onLoad={() => void fetchNextPage()}
          />
        </Section>
      )}
      <p className="flex items-center gap-2 border-t border-line pt-4 text-sm text-muted">
        <EyeLink of={t('seed.title')} />
        {t('welcome.seen')}
      </p>
    </>
  )
}

function AskToOpen({
  community,
  start,
  slotId,
  onClose,
}: {
  community: CommunityDetail
  start: Start
  slotId: string | undefined
  onClose: () => void
}) {
  const t = useT()
  const { language: mine } = useLanguage()
  const onError = useErrorToast(t)
  const language = community.languages.includes(mine) ? mine : (community.languages[0] ?? mine)
  const [member, setMember] = useState<MemberCard | null>(start.member)
  const [subject, setSubject] = useState(start.subject)
  const [own, setOwn] = useState<string>()
  const [idempotencyKey] = useState(newKey)
  const text = own ?? t(`seed.draft.${start.reason}`, { subject: subject.trim() || '…' })
  const send = useMutation({
    mutationFn: () =>
      api('POST /api/v1/communities/:community/openings', {
        params: { community: community.slug },
        body: {
          memberId: member!.id,
          subject: subject.trim(),
          bodyMd: text.trim(),
          language: language === 'en' ? 'en' : 'fr',
          reason: start.reason,
          ...(slotId && { slotId }),
        },
        idempotencyKey,
      }),
    onSuccess: () => {
      toast(t('seed.sent', { name: firstNameOf(member!.displayName) }))
      refreshWorkbench()
      onClose()
    },
    onError,
  })
  return (
    <Sheet
      slug={community.slug}
      title={t('seed.dialog')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!member || subject.trim() === '' || text.trim() === ''}
            isPending={send.isPending}
            onPress={() => send.mutate()}
          >
            {t('seed.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('seed.hint')}</p>
        <PersonPicker slug={community.slug} label={t('seed.who')} chosen={member} onChoose={setMember} />
        <TextField label={t('seed.subject')} value={subject} onChange={setSubject} maxLength={200} />
        <TextArea label={t('seed.words')} value={text} onChange={setOwn} rows={5} maxLength={4000} />
      </div>
    </Sheet>
  )
}
