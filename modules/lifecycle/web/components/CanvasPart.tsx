import { useQuery } from '@tanstack/react-query'
import { Check, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import type { Life } from '#modules/lifecycle/contract.ts'
import { canvasPath } from '../paths.ts'
import { canvasQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { CanvasForm } from './CanvasForm.tsx'
import { CanvasSheet } from './CanvasSheet.tsx'

/** The canvas in the workbench: read, written, and read by a peer. */
export function CanvasPart({ community, life }: { community: CommunityDetail; life: Life }) {
  const t = useT()
  const format = useFormat()
  const [isWriting, setWriting] = useState(false)
  const canvas = useQuery(canvasQuery(community.slug))
  if (canvas.error && !canvas.data)
    return <ErrorView error={canvas.error} t={t} onRetry={() => void canvas.refetch()} />
  if (!canvas.data) return <SkeletonRows rows={8} />
  const now = canvas.data.canvas
  if (isWriting)
    return (
      <Section title={t('canvas.edit')} hint={t('canvas.members')}>
        <CanvasForm community={community} canvas={now} onDone={() => setWriting(false)} />
      </Section>
    )
  return (
    <>
      <Section
        title={t('canvas.title')}
        hint={
          now.missing.length > 0
            ? t('canvas.missing', {
                fields: format.list(now.missing.map((field) => t(`canvas.fields.${field}`).toLowerCase())),
              })
            : t('canvas.members')
        }
        aside={
          <div className="flex flex-wrap gap-2">
            <ButtonLink to={canvasPath(community.slug)} size="small">
              {t('canvas.print')}
            </ButtonLink>
            {canvas.data.mayWrite && (
              <Button size="small" look="primary" onPress={() => setWriting(true)}>
                {t('canvas.edit')}
              </Button>
            )}
          </div>
        }
      >
        <CanvasSheet canvas={now} slug={community.slug} />
      </Section>
      <Peers community={community} life={life} />
    </>
  )
}

function Peers({ community, life }: { community: CommunityDetail; life: Life }) {
  const t = useT()
  const [chosen, setChosen] = useState<MemberCard | null>(null)
  const ask = useAct(
    () =>
      api('POST /api/v1/communities/:community/life/peer-reviews', {
        params: { community: community.id },
        body: { reviewerId: chosen!.id },
      }),
    t('peer.asked'),
    () => setChosen(null),
  )
  return (
    <Section title={t('peer.title')} hint={t('peer.askHint')}>
      <form
        className="flex max-w-[38rem] flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen) ask.run(undefined)
        }}
      >
        <div className="min-w-0 flex-1 basis-60">
          <PersonPicker
            employeesOnly
            key={life.peerReviews.length}
            label={t('peer.who')}
            chosen={chosen}
            onChoose={setChosen}
          />
        </div>
        <Button type="submit" isDisabled={!chosen} isPending={ask.isPending}>
          {t('peer.send')}
        </Button>
      </form>
      {life.peerReviews.length === 0 ? (
        <p className="mt-4 text-muted">{t('peer.none')}</p>
      ) : (
        <div className="mt-4">
          <Rows label={t('peer.title')}>
            {life.peerReviews.map((review) => (
              <li key={review.id} className="grid gap-1">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <MemberLink member={review.reviewer} />
                  {review.verdict ? (
                    <Tag
                      tone={review.verdict === 'ready' ? 'good' : 'warn'}
                      icon={review.verdict === 'ready' ? <Check aria-hidden /> : <RotateCcw aria-hidden />}
                    >
                      {t(review.verdict === 'ready' ? 'peer.ready' : 'peer.rework')}
                    </Tag>
                  ) : (
                    <span className="text-sm text-muted">
                      {t('peer.waiting', { date: new Date(review.askedAt) })}
                    </span>
                  )}
                  <span className="text-sm text-muted">
                    {t('canvas.charterVersion', { n: review.version })}
                  </span>
                </p>
                {review.word && (
                  <p className="whitespace-pre-line" dir="auto">
                    {review.word}
                  </p>
                )}
              </li>
            ))}
          </Rows>
        </div>
      )}
    </Section>
  )
}
