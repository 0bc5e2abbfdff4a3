import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MemberLink } from '#modules/people/web/public.ts'
import type { Report } from '#modules/reports/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { EyeLink, Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { mostQuote } from '#modules/reports/words.ts'
import { textPath } from '../paths.ts'
import { quotableQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

type Quotable = Awaited<ReturnType<NonNullable<ReturnType<typeof quotableQuery>['queryFn']>>>['items'][number]

/** Words of members, asked for one by one: what was answered, and what could be asked. */
export function VoicesPart({ report }: { report: Report }) {
  const t = useT()
  const [isLooking, setLooking] = useState(false)
  const params = { community: report.community.slug, month: report.month }
  const remove = useAct<string>(
    (voiceId) =>
      api('DELETE /api/v1/communities/:community/reports/:month/voices/:voiceId', {
        params: { ...params, voiceId },
      }),
    t('voice.removed'),
  )
  return (
    <div className="grid gap-4">
      <p className="max-w-[40rem] text-pretty text-muted">
        {t('voice.lead')} <EyeLink of={t('report.part.voices')} />
      </p>
      <Section title={t('voice.asked')} hint={t('voice.most')} level={3}>
        {report.voices.length === 0 ? (
          <p>{t('voice.none')}</p>
        ) : (
          <Rows label={t('voice.asked')}>
            {report.voices.map((voice) => (
              <li key={voice.id} className="grid gap-2">
                <p lang={report.textLanguage} dir="auto">
                  {t('quote', { text: voice.quote })}
                </p>
                <p className="report-meta">
                  {voice.author && <MemberLink member={voice.author} />}
                  <Tag>{t(`voice.state.${voice.state}`)}</Tag>
                  {voice.postId && <Link to={textPath(voice.postId)}>{t('reader.open')}</Link>}
                  <Button
                    size="small"
                    look="quiet"
                    isPending={remove.isPending}
                    onPress={() => remove.run(voice.id)}
                  >
                    {t('voice.remove')}
                  </Button>
                </p>
              </li>
            ))}
          </Rows>
        )}
      </Section>
      <Section title={t('voice.propose')} hint={t('voice.proposeHint')} level={3}>
        {isLooking ? (
          <Proposals report={report} />
        ) : (
          <p>
            <Button onPress={() => setLooking(true)}>{t('voice.show')}</Button>
          </p>
        )}
      </Section>
    </div>
  )
}

/** Opened by hand only: whoever wrote these texts reads in their log that they were looked at. */
function Proposals({ report }: { report: Report }) {
  const t = useT()
  const { data, error, refetch } = useQuery(quotableQuery(report.community.slug, report.month))
  const [chosen, setChosen] = useState<Quotable>()
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  if (data.items.length === 0)
    return (
      <EmptyState title={t('voice.nothing')} level={3}>
        {t('voice.nothingHint')}
      </EmptyState>
    )
  return (
    <>
      <Rows label={t('voice.propose')}>
        {data.items.map((item) => (
          <li key={item.commentId ?? item.postId} className="grid gap-2">
            <p dir="auto">{item.text.length > 320 ? `${item.text.slice(0, 319)}…` : item.text}</p>
            <p className="report-meta">
              <MemberLink member={item.author} />
              <Link to={textPath(item.postId)}>{t('reader.open')}</Link>
              <Button size="small" onPress={() => setChosen(item)}>
                {t('voice.choose')}
              </Button>
            </p>
          </li>
        ))}
      </Rows>
      {chosen && <AskDialog report={report} item={chosen} onClose={() => setChosen(undefined)} />}
    </>
  )
}

/** The first sentence or two, within the limit, cut where a word ends. */
function beginning(text: string): string {
  if (text.length <= mostQuote) return text
  const cut = text.slice(0, mostQuote)
  return cut.slice(0, Math.max(cut.lastIndexOf('. ') + 1, cut.lastIndexOf(' '))).trim()
}

function AskDialog({ report, item, onClose }: { report: Report; item: Quotable; onClose: () => void }) {
  const t = useT()
  const [quote, setQuote] = useState(() => beginning(item.text))
  const ask = useAct<void>(
    (_, idempotencyKey) =>
      api('POST /api/v1/communities/:community/reports/:month/voices', {
        params: { community: report.community.slug, month: report.month },
        body: { postId: item.postId, commentId: item.commentId, quote },
        idempotencyKey,
      }),
    t('voice.sent'),
    onClose,
  )
  return (
    <Dialog
      title={t('voice.dialog', { name: item.author.displayName })}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!quote.trim()}
            isPending={ask.isPending}
            onPress={() => ask.run()}
          >
            {t('voice.ask')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('voice.words')}
        hint={t('voice.wordsHint', { n: mostQuote })}
        value={quote}
        onChange={setQuote}
        maxLength={mostQuote}
        rows={4}
        autoFocus
      />
    </Dialog>
  )
}
