import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import {
  CalendarX,
  Clock,
  Ellipsis,
  FileText,
  MapPin,
  Pencil,
  QrCode,
  Repeat,
  Users,
  Video,
} from 'lucide-react'
import { useState } from 'react'
import { CommunityLink } from '#modules/communities/web/public.ts'
import type { GatheringDetail } from '#modules/gatherings/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Menu } from '#ui/Menu.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { Prose } from '#ui/Prose.tsx'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { AnswerPanel } from '../components/AnswerPanel.tsx'
import { CancelDialog, MinutesDialog } from '../components/ActDialogs.tsx'
import { Introductions, WhoComes } from '../components/WhoComes.tsx'
import { calendarFilePath, checkInPath, editPath, postPath } from '../paths.ts'
import { gatheringQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'
import { ruleInWords, useWhen } from '../time.ts'
import '../gatherings.css'

/** `/gatherings/:id` */
export function GatheringPage() {
  const { gatheringId = '' } = useParams({ strict: false }) as { gatheringId?: string }
  const t = useT()
  const { data, error, refetch } = useQuery(gatheringQuery(gatheringId))
  useInvalidateOn(`community:${data?.community.id ?? ''}`, keys.one(gatheringId))
  if (error) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  return data ? <Shown gathering={data} /> : <SkeletonPage />
}

function Shown({ gathering }: { gathering: GatheringDetail }) {
  const t = useT()
  const { can } = gathering
  const [dialog, setDialog] = useState<'cancel' | 'minutes' | null>(null)
  const isOver = gathering.answerRefusal === 'over'
  return (
    <Page title={gathering.title}>
      <div data-accent={gathering.community.accent}>
        <PageHeader
          title={<bdi lang={gathering.language}>{gathering.title}</bdi>}
          kicker={<CommunityLink community={gathering.community} />}
          acts={
            <>
              {can.seePresence && (
                <ButtonLink to={checkInPath(gathering.id)}>
                  <QrCode aria-hidden />
                  {t('page.checkIn')}
                </ButtonLink>
              )}
              {can.edit && (
                <Menu
                  label={t('page.more')}
                  trigger={
                    <Button icon look="quiet" aria-label={t('page.more')}>
                      <Ellipsis aria-hidden />
                    </Button>
                  }
                  groups={[
                    [
                      ...(isOver
                        ? []
                        : [
                            {
                              id: 'edit',
                              label: t('page.edit'),
                              icon: <Pencil aria-hidden />,
                              href: editPath(gathering.id),
                            },
                          ]),
                      ...(can.writeMinutes
                        ? [
                            {
                              id: 'minutes',
                              label: t('page.minutesWrite'),
                              icon: <FileText aria-hidden />,
                              onAction: () => setDialog('minutes'),
                            },
                          ]
                        : []),
                    ],
                    isOver
                      ? []
                      : [
                          {
                            id: 'cancel',
                            label: t('page.cancel'),
                            icon: <CalendarX aria-hidden />,
                            danger: true,
                            onAction: () => setDialog('cancel'),
                          },
                        ],
                  ].filter((group) => group.length > 0)}
                />
              )}
            </>
          }
        />
        <div className="grid gap-6">
          {gathering.cancellation && (
            <Notice tone="bad" icon={<CalendarX aria-hidden />} title={t('page.cancelledTitle')}>
              {gathering.cancellation.word && (
                <p className="m-0" dir="auto">
                  {gathering.cancellation.word}
                </p>
              )}
              {gathering.cancellation.by && (
                <p className="m-0 text-sm">
                  {t('page.cancelledBy', { name: gathering.cancellation.by.displayName })}
                </p>
              )}
            </Notice>
          )}
          {isOver && !gathering.isCancelled && (
            <Minutes gathering={gathering} onWrite={() => setDialog('minutes')} />
          )}
          <Facts gathering={gathering} />
          {!isOver && !gathering.isCancelled && <AnswerPanel gathering={gathering} />}
          <Introductions gathering={gathering} />
          {gathering.descriptionHtml && (
            <Section title={t('page.about')}>
              <Prose html={gathering.descriptionHtml} language={gathering.language} />
            </Section>
          )}
          <WhoComes gathering={gathering} />
          {!isOver && !gathering.isCancelled && <Wish gathering={gathering} />}
        </div>
        <CancelDialog gathering={gathering} isOpen={dialog === 'cancel'} onClose={() => setDialog(null)} />
        <MinutesDialog gathering={gathering} isOpen={dialog === 'minutes'} onClose={() => setDialog(null)} />
      </div>
    </Page>
  )
}

function Facts({ gathering }: { gathering: GatheringDetail }) {
  const t = useT()
  const when = useWhen()
  const { language } = useLanguage()
  const there = when.there(gathering)
  const place = [gathering.place, gathering.siteName].filter(Boolean).join(', ')
  return (
    <dl className="gathering-facts">
      <div>
        <dt>
          <Clock aria-hidden />
          <span>{t('page.when')}</span>
        </dt>
        <dd>
          <span className="inline-block font-semibold first-letter:uppercase">{when.full(gathering)}</span>
          {there && <span className="block text-sm text-muted">{there}</span>}
          {gathering.rule && (
            <span className="flex items-center gap-1.5 text-sm text-muted">
              <Repeat aria-hidden className="size-4" />
              {t('page.series', { rule: ruleInWords(t, language, gathering.rule) })}
            </span>
          )}
          {!gathering.isCancelled && (
            <span className="block pt-2">
              <LinkButton href={calendarFilePath(gathering.id)} size="small" download>
                {t('page.calendarFile')}
              </LinkButton>
            </span>
          )}
        </dd>
      </div>
      {gathering.mode !== 'remote' && (
        <div>
          <dt>
            <MapPin aria-hidden />
            <span>{t('page.where')}</span>
          </dt>
          <dd dir="auto">{place || t('mode.onSite')}</dd>
        </div>
      )}
      {gathering.mode !== 'onSite' && (
        <div>
          <dt>
            <Video aria-hidden />
            <span>{t('mode.remote')}</span>
          </dt>
          <dd>
            {gathering.link ? (
              <a className="link" href={gathering.link} target="_blank" rel="noreferrer noopener">
                {t('page.link')}
              </a>
            ) : (
              <span className="text-muted">
                {t(gathering.linkIsKept ? 'page.linkKept' : 'page.linkNone')}
              </span>
            )}
          </dd>
        </div>
      )}
      {gathering.organisers.length > 0 && (
        <div>
          <dt>
            <Users aria-hidden />
            <span>{t('page.organisers', { n: gathering.organisers.length })}</span>
          </dt>
          <dd className="flex flex-wrap gap-x-3">
            {gathering.organisers.map((person) => (
              <span key={person.id}>
                <MemberLink member={person} />
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Minutes({ gathering, onWrite }: { gathering: GatheringDetail; onWrite: () => void }) {
  const t = useT()
  return (
    <Notice icon={<FileText aria-hidden />} title={t('page.overTitle')}>
      {gathering.isPresent && (
        <p className="m-0">
          <Tag tone="good">{t('page.present')}</Tag>
        </p>
      )}
      {gathering.minutesPostId ? (
        <p className="m-0 pt-2">
          <ButtonLink to={postPath(gathering.minutesPostId)}>{t('page.minutesRead')}</ButtonLink>
        </p>
      ) : (
        <>
          <p className="m-0">{t('page.minutesNone')}</p>
          {gathering.can.writeMinutes ? (
            <p className="m-0 pt-2">
              <Button look="primary" onPress={onWrite}>
                {t('page.minutesWrite')}
              </Button>
            </p>
          ) : (
            <Wish gathering={gathering} />
          )}
        </>
      )}
    </Notice>
  )
}

/** "Tell me what was said": for whoever cannot come. */
function Wish({ gathering }: { gathering: GatheringDetail }) {
  const t = useT()
  const onError = useErrorToast(t)
  const set = (wantsMinutes: boolean) => {
    queryClient.setQueryData(keys.one(gathering.id), { ...gathering, wantsMinutes })
    const params = { gatheringId: gathering.id }
    void (
      wantsMinutes
        ? api('PUT /api/v1/gatherings/:gatheringId/minutes-wish', { params })
        : api('DELETE /api/v1/gatherings/:gatheringId/minutes-wish', { params })
    ).catch((error: unknown) => {
      queryClient.setQueryData(keys.one(gathering.id), gathering)
      onError(error)
    })
  }
  return (
    <Checkbox isSelected={gathering.wantsMinutes} onChange={set} hint={t('page.wishHint')}>
      {t('page.wish')}
    </Checkbox>
  )
}
