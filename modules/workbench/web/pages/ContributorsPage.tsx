import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { Contributor } from '#modules/workbench/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { api, newKey } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { EyeLink, PlainLink } from '#platform/web/links.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Menu } from '#ui/Menu.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { Frame } from '../components/Frame.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { firstNameOf } from '../openers.ts'
import { postPath } from '../paths.ts'
import { contributorsQuery, refreshWorkbench } from '../queries.ts'
import { useT } from '../t.ts'

type Act = 'thanks' | 'news' | 'pause'

/** At most five people who took a large part and fell silent: a word, nothing more. */
export function ContributorsPage() {
  const t = useT()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  return (
    <Frame title={t('care.title')} lead={t('care.lead')}>
      {() => <People slug={slug} />}
    </Frame>
  )
}

function People({ slug }: { slug: string }) {
  const t = useT()
  const onError = useErrorToast(t)
  const [writing, setWriting] = useState<{ to: Contributor; act: Act }>()
  const { data, error, refetch } = useQuery(contributorsQuery(slug))
  const leave = useMutation({
    mutationFn: (one: Contributor) =>
      api('POST /api/v1/communities/:community/contributors/:memberId', {
        params: { community: slug, memberId: one.member.id },
        body: { act: 'leave' },
      }),
    onSuccess: (_, one) => {
      toast(t('care.left', { name: firstNameOf(one.member.displayName) }))
      refreshWorkbench()
    },
    onError,
  })
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} />
  return (
    <div className="grid gap-6">
      {data.items.length === 0 ? (
        <EmptyState title={t('care.empty')} picture={<Bench />}>
          {t('care.emptyHint')}
        </EmptyState>
      ) : (
        <ul className="rows" aria-label={t('care.title')}>
          {data.items.map((one) => {
            const { displayName } = one.member
            return (
              <li key={one.member.id} className="newcomer-row">
                <MemberAvatar member={one.member} />
                <div className="grid min-w-0 gap-1">
                  <p>
                    <MemberLink member={one.member} className="font-semibold" />
                  </p>
                  <PlainLink
                    to={postPath(one.lastPost.id)}
                    className="morning-post"
                    lang={one.lastPost.language}
                    dir="auto"
                  >
                    {one.lastPost.title ?? one.lastPost.excerpt}
                  </PlainLink>
                  <p className="text-muted">{t('care.silent', { n: one.silentWeeks })}</p>
                </div>
                <div className="flex gap-1">
                  <Button
                    aria-label={t('care.newsOf', { name: displayName })}
                    onPress={() => setWriting({ to: one, act: 'news' })}
                  >
                    {t('care.news')}
                  </Button>
                  <Menu
                    label={t('moreAbout', { about: displayName })}
                    trigger={
                      <Button look="quiet" icon aria-label={t('moreAbout', { about: displayName })}>
                        <Ellipsis aria-hidden />
                      </Button>
                    }
                    groups={[
                      [
                        {
                          id: 'thanks',
                          label: t('care.thanks'),
                          onAction: () => setWriting({ to: one, act: 'thanks' }),
                        },
                        {
                          id: 'pause',
                          label: t('care.pause'),
                          onAction: () => setWriting({ to: one, act: 'pause' }),
                        },
                      ],
                      [{ id: 'leave', label: t('care.leave'), onAction: () => leave.mutate(one) }],
                    ]}
                  />
                </div>
              </li>
            )
          })}
        </ul>
      )}
      <div className="grid gap-2 border-t border-line pt-4 text-sm text-muted">
        <p>{t('care.how')}</p>
        <p className="flex items-center gap-2">
          <EyeLink of={t('care.title')} />
          {t('welcome.seen')}
        </p>
      </div>
      {writing && (
        <CareDialog slug={slug} {...writing} onClose={() => setWriting(undefined)} key={writing.act} />
      )}
    </div>
  )
}

function CareDialog({
  slug,
  to,
  act,
  onClose,
}: {
  slug: string
  to: Contributor
  act: Act
  onClose: () => void
}) {
  const t = useT()
  const onError = useErrorToast(t)
  const name = firstNameOf(to.member.displayName)
  const [text, setText] = useState(t(`care.draft.${act}`, { name }))
  const [idempotencyKey] = useState(newKey)
  const send = useMutation({
    mutationFn: () =>
      api('POST /api/v1/communities/:community/contributors/:memberId', {
        params: { community: slug, memberId: to.member.id },
        body: { act, text: text.trim() },
        idempotencyKey,
      }),
    onSuccess: () => {
      toast(t('care.sent', { name }))
      refreshWorkbench()
      onClose()
    },
    onError,
  })
  return (
    <Sheet
      slug={slug}
      title={t(`care.dialog.${act}`, { name })}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={text.trim() === ''}
            isPending={send.isPending}
            onPress={() => send.mutate()}
          >
            {t('care.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <TextArea label={t('greet.text')} value={text} onChange={setText} rows={5} maxLength={2000} />
        <p className="text-muted">{t('care.between')}</p>
      </div>
    </Sheet>
  )
}
