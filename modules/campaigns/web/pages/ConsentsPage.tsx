import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AskedConsent } from '#modules/campaigns/contract.ts'
import { CommunityLink } from '#modules/communities/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Card, Rows, Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { Prose } from '#ui/Prose.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Switch } from '#ui/Switch.tsx'
import { StoryMedia } from '../components/StoryMedia.tsx'
import { postPath } from '../paths.ts'
import { consentsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { useDays } from '../use-days.ts'

/** What stories of campaigns ask of me, with exactly what would be shown, and the record of my answers. */
export function ConsentsPage() {
  const t = useT()
  const day = useDays()
  const query = useQuery(consentsQuery)
  return (
    <Page title={t('consents.title')}>
      <PageHeader title={t('consents.title')} lead={t('consents.lead')} />
      {query.error && !query.data ? (
        <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <SkeletonRows rows={4} />
      ) : (
        <>
          {query.data.items.length === 0 ? (
            <EmptyState title={t('consents.empty')}>{t('consents.emptyHint')}</EmptyState>
          ) : (
            <div className="grid gap-5">
              {query.data.items.map((asked) => (
                <Asked key={asked.storyId} asked={asked} />
              ))}
            </div>
          )}
          {query.data.log.length > 0 && (
            <Section title={t('consents.log')}>
              <Rows label={t('consents.log')}>
                {query.data.log.map((line, index) => (
                  <li key={index} className="flex flex-wrap gap-x-4">
                    <time dateTime={line.at} className="min-w-36 text-muted">
                      {day(line.at)}
                    </time>
                    <span>#{line.tag}</span>
                    <span>{t(`consents.what.${line.what as 'yes'}`)}</span>
                  </li>
                ))}
              </Rows>
            </Section>
          )}
        </>
      )}
    </Page>
  )
}

function Asked({ asked }: { asked: AskedConsent }) {
  const t = useT()
  const day = useDays()
  const [outside, setOutside] = useState(asked.outside)
  const [isLeaving, setLeaving] = useState(false)
  const hasAgreed = asked.answer === 'yes'
  const answer = useAct(
    (body: { answer: 'yes' | 'no'; outside?: boolean }) =>
      api('PUT /api/v1/me/consents/:storyId', { params: { storyId: asked.storyId }, body }),
    ({ answer: said }) => t(said === 'yes' ? 'consents.saidYes' : 'consents.saidNo'),
    () => setLeaving(false),
  )
  return (
    <Card className="grid gap-4">
      <div>
        <p className="text-sm text-muted">
          {hasAgreed && asked.until
            ? t('consents.agreedUntil', { date: day(asked.until) })
            : t('consents.asks', { who: asked.author.displayName })}
        </p>
        <h2 className="text-xl" lang={asked.language}>
          {asked.postId ? <Link to={postPath(asked.postId)}>{asked.title}</Link> : asked.title}
        </h2>
      </div>
      <StoryMedia story={asked} storyId={asked.storyId} />
      <Prose html={asked.bodyHtml} language={asked.language} />
      <ul className="grid gap-1 text-sm text-muted">
        {asked.isNamed && <li>{t('consents.named')}</li>}
        {asked.isPictured && <li>{t('consents.pictured')}</li>}
        <li>{t('consents.purpose', { text: asked.purpose })}</li>
        {asked.community && (
          <li>
            <CommunityLink community={asked.community} /> · #{asked.tag}
          </li>
        )}
        {!hasAgreed && <li>{t('consents.months', { n: asked.months })}</li>}
      </ul>
      <Switch isSelected={outside} onChange={setOutside} hint={t('consents.outsideHint')}>
        {t('consents.outside')}
      </Switch>
      <div className="flex flex-wrap gap-2">
        {hasAgreed ? (
          <>
            <Button
              isDisabled={outside === asked.outside}
              isPending={answer.isPending}
              onPress={() => answer.run({ answer: 'yes', outside })}
            >
              {t('consents.saveOutside')}
            </Button>
            <Button look="quiet" onPress={() => setLeaving(true)}>
              {t('consents.withdraw')}
            </Button>
          </>
        ) : (
          <>
            <Button
              look="primary"
              isPending={answer.isPending}
              onPress={() => answer.run({ answer: 'yes', outside })}
            >
              {t('consents.yes')}
            </Button>
            <Button isPending={answer.isPending} onPress={() => answer.run({ answer: 'no' })}>
              {t('consents.no')}
            </Button>
          </>
        )}
      </div>
      <Dialog
        title={t('consents.withdrawTitle')}
        isOpen={isLeaving}
        alert
        onClose={() => setLeaving(false)}
        acts={
          <>
            <Button onPress={() => setLeaving(false)}>{t('cancel')}</Button>
            <Button look="danger" isPending={answer.isPending} onPress={() => answer.run({ answer: 'no' })}>
              {t('consents.withdraw')}
            </Button>
          </>
        }
      >
        <p>{t('consents.withdrawHint')}</p>
      </Dialog>
    </Card>
  )
}
