import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { MailX } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { MailingDetail } from '#modules/notifications/mailings-contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '#modules/notifications/web/t.ts'
import { managedPath } from '../paths.ts'
import { mailingQuery, refreshMailings } from '../queries.ts'
import { MailPreview } from './MailPreview.tsx'
import { ReachSentence } from './ReachSentence.tsx'

const pause = 700

interface Writing {
  subject: string
  bodyMd: string
  language: 'fr' | 'en'
}
const isSame = (one: Writing, other: Writing): boolean =>
  one.subject === other.subject && one.bodyMd === other.bodyMd && one.language === other.language

/** A draft: kept while it is written, looked at as it arrives, tried on oneself, then sent to all. */
export function MailingEditor({ slug, mailing }: { slug: string; mailing: MailingDetail }) {
  const t = useT()
  const navigate = useNavigate()
  const params = { community: slug, mailing: mailing.id }
  const { subject, bodyMd, language } = mailing
  const [writing, setWriting] = useState<Writing>({ subject, bodyMd, language })
  const [kept, setKept] = useState<Writing>({ subject, bodyMd, language })
  const [isConfirming, setConfirming] = useState(false)
  const save = useMutation({
    mutationFn: (body: Writing) =>
      api('PUT /api/v1/communities/:community/workbench/mailings/:mailing', { params, body }),
    onSuccess(detail, body) {
      setKept(body)
      queryClient.setQueryData(mailingQuery(slug, mailing.id).queryKey, detail)
    },
  })
  const { mutate: keep } = save
  // Outside system: the server, which keeps the draft once the person pauses.
  useEffect(() => {
    if (isSame(writing, kept)) return undefined
    const timer = setTimeout(() => keep(writing), pause)
    return () => clearTimeout(timer)
  }, [writing, kept, keep])
  /** Whatever happens next happens to what is on screen. */
  const keepNow = async (): Promise<void> => {
    if (!isSame(writing, kept)) await save.mutateAsync(writing)
  }
  const test = useMutation({
    async mutationFn() {
      await keepNow()
      await api('POST /api/v1/communities/:community/workbench/mailings/:mailing/test', { params })
    },
    onSuccess: () => toast(t('mailings.edit.tested')),
  })
  const send = useMutation({
    async mutationFn() {
      await keepNow()
      return api('POST /api/v1/communities/:community/workbench/mailings/:mailing/send', { params })
    },
    onSuccess(detail) {
      queryClient.setQueryData(mailingQuery(slug, mailing.id).queryKey, detail)
      refreshMailings()
    },
  })
  const discard = useMutation({
    mutationFn: () => api('DELETE /api/v1/communities/:community/workbench/mailings/:mailing', { params }),
    onSuccess() {
      toast(t('mailings.edit.discarded'))
      refreshMailings()
      void navigate({ to: managedPath(slug) })
    },
  })
  const isReady = writing.subject.trim() !== '' && writing.bodyMd.trim() !== ''
  const isBehind = !isSame(writing, kept)
  const problem = test.error ?? discard.error
  return (
    <div className="mailing-writing">
      {!mailing.canSend && (
        <Notice tone="warn" icon={<MailX aria-hidden />}>
          {t('mailings.edit.noMail')}
        </Notice>
      )}
      <TextField
        label={t('mailings.edit.subject')}
        hint={t('mailings.edit.subjectHint')}
        value={writing.subject}
        maxLength={150}
        onChange={(value) => setWriting({ ...writing, subject: value })}
      />
      <TextArea
        label={t('mailings.edit.body')}
        hint={t('mailings.edit.bodyHint')}
        rows={10}
        maxLength={50_000}
        value={writing.bodyMd}
        onChange={(value) => setWriting({ ...writing, bodyMd: value })}
      />
      <RadioGroup
        label={t('mailings.edit.language')}
        options={[
          { id: 'fr', label: t('mailings.edit.languageFr') },
          { id: 'en', label: t('mailings.edit.languageEn') },
        ]}
        value={writing.language}
        onChange={(value) => setWriting({ ...writing, language: value as 'fr' | 'en' })}
      />
      <div className="mailing-foot">
        <Button look="primary" isDisabled={!isReady || !mailing.canSend} onPress={() => setConfirming(true)}>
          {t('mailings.edit.send')}
        </Button>
        <Button
          isDisabled={!isReady || !mailing.canSend}
          isPending={test.isPending}
          onPress={() => test.mutate()}
        >
          {t('mailings.edit.test')}
        </Button>
        <Button look="quiet" isPending={discard.isPending} onPress={() => discard.mutate()}>
          {t('mailings.edit.discard')}
        </Button>
        <span role="status">
          {save.isPending || isBehind
            ? save.isError && !save.isPending
              ? t('mailings.edit.notSaved')
              : t('mailings.edit.saving')
            : t('mailings.edit.saved')}
        </span>
      </div>
      {save.isError && <ErrorView error={save.error} t={t} onRetry={() => keep(writing)} />}
      {problem && <ErrorView error={problem} t={t} />}
      <Section title={t('mailings.edit.preview')}>
        {isReady ? (
          <MailPreview html={mailing.previewHtml} />
        ) : (
          <p className="text-muted">{t('mailings.edit.previewEmpty')}</p>
        )}
      </Section>
      <Dialog
        title={t('mailings.confirm.title')}
        isOpen={isConfirming}
        onClose={() => setConfirming(false)}
        alert
        acts={
          <>
            <Button onPress={() => setConfirming(false)}>{t('mailings.confirm.cancel')}</Button>
            <Button look="primary" isPending={send.isPending} onPress={() => send.mutate()}>
              {t('mailings.confirm.act')}
            </Button>
          </>
        }
      >
        <div className="grid gap-3">
          <ReachSentence slug={slug} />
          <p>{t('mailings.confirm.signed')}</p>
          {send.error && <ErrorView error={send.error} t={t} />}
        </div>
      </Dialog>
    </div>
  )
}
