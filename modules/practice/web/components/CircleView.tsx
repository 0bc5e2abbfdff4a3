import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { CircleEntry, EntryKind } from '#modules/practice/contract.ts'
import { entryKinds } from '#modules/practice/words.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { Time } from '#ui/Time.tsx'
import { networkPath } from '../paths.ts'
import { circleQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const MeetingDialog = lazy(() => import('./MeetingDialog.tsx'))

/** One circle: its meetings, and what is said there, newest first. */
export function CircleView({ circleId }: { circleId: string }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const query = useInfiniteQuery(circleQuery(circleId))
  const [isPlanning, setPlanning] = useState(false)
  const leave = useAct(
    () => api('DELETE /api/v1/managers/circles/:circleId/membership', { params: { circleId } }),
    t('circles.left'),
    () => void navigate({ to: networkPath('circles'), search: {} as never }),
  )
  if (query.error && !query.data)
    return <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
  const [first] = query.data?.pages ?? []
  if (!first) return <SkeletonRows rows={6} />
  const { circle, meetings } = first
  const entries = query.data!.pages.flatMap((page) => page.items)
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 pb-2">
        <ButtonLink to={networkPath('circles')} look="quiet" size="small">
          <ArrowLeft aria-hidden />
          {t('circles.back')}
        </ButtonLink>
        <h2 className="m-0 min-w-0 flex-1" dir="auto">
          {circle.name}
        </h2>
        <Button size="small" look="quiet" isPending={leave.isPending} onPress={() => leave.run(undefined)}>
          {t('circles.leave')}
        </Button>
      </div>
      <p className="text-muted" dir="auto">
        {[circle.purpose, circle.members.map(({ displayName }) => displayName).join(', ')]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Section
        title={t('circles.meetings')}
        aside={
          <Button size="small" onPress={() => setPlanning(true)}>
            {t('circles.plan')}
          </Button>
        }
      >
        {meetings.length === 0 ? (
          <p className="text-muted">{t('circles.noMeeting')}</p>
        ) : (
          <ul className="rows">
            {meetings.map((one) => (
              <li key={one.id}>
                {format.dateTime(new Date(one.startsAt), 'moment')} · <span dir="auto">{one.place}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('circles.entries')}>
        <Speak circleId={circleId} />
        {entries.length === 0 ? (
          <p className="pt-3 text-muted">{t('circles.noEntry')}</p>
        ) : (
          <ul className="rows">
            {entries.map((entry) => (
              <li key={entry.id}>
                <Entry entry={entry} />
              </li>
            ))}
          </ul>
        )}
        <LoadMore
          hasMore={query.hasNextPage}
          isLoading={query.isFetchingNextPage}
          onLoad={() => void query.fetchNextPage()}
        />
      </Section>
      <Suspense fallback={null}>
        {isPlanning && <MeetingDialog circleId={circleId} onClose={() => setPlanning(false)} />}
      </Suspense>
    </>
  )
}

function Speak({ circleId }: { circleId: string }) {
  const t = useT()
  const [kind, setKind] = useState<EntryKind>('difficulty')
  const [text, setText] = useState('')
  const say = useAct(
    () =>
      api('POST /api/v1/managers/circles/:circleId/entries', { params: { circleId }, body: { kind, text } }),
    t('circles.said'),
    () => setText(''),
  )
  return (
    <div className="grid gap-3">
      <Select
        className="max-w-60"
        label={t('circles.kind.label')}
        value={kind}
        onChange={(id) => setKind(id as EntryKind)}
        options={entryKinds.map((id) => ({ id, label: t(`circles.kind.${id}`) }))}
      />
      <TextArea
        label={t('circles.text')}
        hint={t('circles.textHint')}
        value={text}
        onChange={setText}
        maxLength={4000}
      />
      <div>
        <Button
          look="primary"
          size="small"
          isPending={say.isPending}
          isDisabled={text.trim() === ''}
          onPress={() => say.run(undefined)}
        >
          {t('circles.say')}
        </Button>
      </div>
    </div>
  )
}

function Entry({ entry }: { entry: CircleEntry }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const reply = useAct(
    () =>
      api('POST /api/v1/managers/entries/:entryId/replies', {
        params: { entryId: entry.id },
        body: { text },
      }),
    t('circles.said'),
    () => {
      setText('')
      setOpen(false)
    },
  )
  const remove = useAct(
    () => api('DELETE /api/v1/managers/entries/:entryId', { params: { entryId: entry.id } }),
    t('circles.removed'),
  )
  return (
    <article className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <MemberAvatar member={entry.author} size="s" />
        <MemberLink member={entry.author} />
        <Tag>{t(`circles.${entry.kind}`)}</Tag>
        <Time at={entry.at} />
      </p>
      <p className="whitespace-pre-line" dir="auto">
        {entry.text}
      </p>
      {entry.replies.length > 0 && (
        <ul className="grid gap-2 border-s-2 border-[var(--line)] ps-4">
          {entry.replies.map((one) => (
            <li key={one.id}>
              <span className="text-sm text-muted">
                {one.author.displayName} · <Time at={one.at} />
              </span>
              <p className="whitespace-pre-line" dir="auto">
                {one.text}
              </p>
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <div className="grid gap-2">
          <TextArea
            label={t('circles.replyLabel')}
            value={text}
            onChange={setText}
            maxLength={4000}
            rows={2}
            autoFocus
          />
          <div>
            <Button
              size="small"
              look="primary"
              isPending={reply.isPending}
              isDisabled={text.trim() === ''}
              onPress={() => reply.run(undefined)}
            >
              {t('circles.reply')}
            </Button>
          </div>
        </div>
      ) : (
        <div className="flex gap-2">
          <Button size="small" onPress={() => setOpen(true)}>
            {t('circles.reply')}
          </Button>
          {entry.isMine && (
            <Button
              size="small"
              look="quiet"
              isPending={remove.isPending}
              onPress={() => remove.run(undefined)}
            >
              {t('remove')}
            </Button>
          )}
        </div>
      )}
    </article>
  )
}
