import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import type { PeerRequest } from '#modules/lifecycle/contract.ts'
import { CanvasSheet } from '../components/CanvasSheet.tsx'
import { peerQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** A canvas that one was asked to read, and nothing else of its community. */
export function PeerReviewPage() {
  const t = useT()
  const { language } = useLanguage()
  const { reviewId = '' } = useParams({ strict: false }) as { reviewId?: string }
  const request = useQuery(peerQuery(reviewId))
  const { data } = request
  const name = data ? pickText(data.community.name, language) : ''
  return (
    <Page title={t('peer.title')}>
      <PageHeader
        title={t('peer.title')}
        kicker={name || undefined}
        lead={data && t('peer.lead', { name: data.askedBy?.displayName ?? t('someone') })}
      />
      {request.error ? (
        <ErrorView error={request.error} t={t} onRetry={() => void request.refetch()} />
      ) : !data ? (
        <SkeletonRows rows={8} />
      ) : (
        <>
          <CanvasSheet canvas={data.canvas} slug={null} />
          <Verdict request={data} />
        </>
      )}
    </Page>
  )
}

function Verdict({ request }: { request: PeerRequest }) {
  const t = useT()
  const [verdict, setVerdict] = useState(request.verdict)
  const [word, setWord] = useState(request.word ?? '')
  const give = useAct(
    () =>
      api('PUT /api/v1/peer-reviews/:reviewId', {
        params: { reviewId: request.id },
        body: { verdict: verdict!, word },
      }),
    t('peer.given'),
  )
  return (
    <Section title={t('peer.verdict')}>
      <form
        className="grid max-w-[38rem] gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (verdict && word.trim()) give.run(undefined)
        }}
      >
        <RadioGroup
          label={t('peer.verdict')}
          value={verdict}
          onChange={(id) => setVerdict(id as 'ready' | 'rework')}
          options={[
            { id: 'ready', label: t('peer.ready'), hint: t('peer.readyHint') },
            { id: 'rework', label: t('peer.rework'), hint: t('peer.reworkHint') },
          ]}
        />
        <TextArea label={t('peer.word')} isRequired value={word} onChange={setWord} maxLength={2000} />
        <div>
          <Button
            type="submit"
            look="primary"
            isDisabled={!verdict || !word.trim()}
            isPending={give.isPending}
          >
            {t('peer.give')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
