import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'

const answers = ['agreed', 'counter', 'refused'] as const

/** Where the mail to a line manager leads: one request, one answer, no session. The token stands behind `#`. */
export function AgreementPage() {
  const t = useT()
  const onError = useErrorToast(t)
  const [token] = useState(() => location.hash.slice(1))
  const [answer, setAnswer] = useState<(typeof answers)[number]>('agreed')
  const [hours, setHours] = useState('')
  const [word, setWord] = useState('')
  const { data, error } = useQuery({
    queryKey: ['ambassador-agreement', token],
    queryFn: () => api('POST /api/v1/ambassador-agreement/reading', { body: { token } }),
    retry: false,
    staleTime: Infinity,
  })
  const send = useMutation({
    mutationFn: () =>
      api('POST /api/v1/ambassador-agreement', {
        body: {
          token,
          answer,
          ...(answer === 'counter' && { hours: Number(hours.replace(',', '.')) }),
          ...(word.trim() && { word: word.trim() }),
        },
      }),
    onError,
  })
  const isReady = answer !== 'counter' || Number(hours.replace(',', '.')) >= 0.5
  return (
    <Page title={t('agreement.title')}>
      <main className="mx-auto grid max-w-xl content-start gap-5 px-4 py-12">
        {error ? (
          <PageHeader title={t('agreement.unknown')} lead={t('agreement.unknownText')} />
        ) : !data ? (
          <SkeletonRows rows={4} />
        ) : send.isSuccess ? (
          <div role="status">
            <PageHeader title={t('agreement.title')} />
            <Notice>{t('agreement.sent', { name: data.ambassador })}</Notice>
          </div>
        ) : (
          <>
            <PageHeader
              title={t('agreement.asks', { name: data.ambassador, hours: data.hours })}
              lead={t('agreement.what', {
                name: data.ambassador,
                programme: data.programme,
                organisation: data.organisation,
                months: data.mandateMonths,
              })}
            />
            <p dir="auto">{data.purpose}</p>
            <RadioGroup
              label={t('agreement.answer')}
              value={answer}
              onChange={(value) => setAnswer(value as (typeof answers)[number])}
              options={answers.map((id) => ({ id, label: t(`agreement.${id}`) }))}
            />
            {answer === 'counter' && (
              <TextField label={t('agreement.hours')} inputMode="decimal" value={hours} onChange={setHours} />
            )}
            <TextArea
              label={t('agreement.word')}
              hint={t('agreement.wordHint', { name: data.ambassador })}
              optional
              rows={2}
              value={word}
              onChange={setWord}
              maxLength={500}
            />
            <p>
              <Button
                look="primary"
                isDisabled={!isReady}
                isPending={send.isPending}
                onPress={() => send.mutate()}
              >
                {t('agreement.send')}
              </Button>
            </p>
            <p className="text-muted">{t('agreement.only', { name: data.ambassador })}</p>
          </>
        )}
      </main>
    </Page>
  )
}
