import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileLimits } from '#modules/discussions/contract.ts'
import { AdminTabs } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Switch } from '#ui/Switch.tsx'
import { TextField } from '#ui/TextField.tsx'
import { fileSize } from '../components/file-size.ts'
import { fileLimitsQuery, linkPreviewsQuery } from '../queries.ts'
import { useT } from '../t.ts'

const megabyte = 1_000_000

/** For administrators: the room for files, and what links show. */
export function FilesPage() {
  const t = useT()
  const limits = useQuery(fileLimitsQuery)
  return (
    <Page title={t('files.title')}>
      <PageHeader title={t('files.title')} lead={t('files.lead')} />
      <AdminTabs />
      {limits.isError ? (
        <ErrorView error={limits.error} t={t} onRetry={() => void limits.refetch()} />
      ) : !limits.data ? (
        <SkeletonRows rows={4} />
      ) : (
        <>
          <Room limits={limits.data.limits} used={limits.data.used} files={limits.data.files} />
          <Links />
        </>
      )}
    </Page>
  )
}

const names = ['file', 'day', 'total'] as const
const inMegabytes = (text: string) => Math.round(Number(text.replace(',', '.')) * megabyte)

function Room({ limits, used, files }: { limits: FileLimits; used: number; files: number }) {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  const shown = (bytes: number) =>
    String(Math.round(bytes / 100_000) / 10).replace('.', language === 'fr' ? ',' : '.')
  const [texts, setTexts] = useState({
    file: shown(limits.file),
    day: shown(limits.day),
    total: shown(limits.total),
  })
  const [problem, setProblem] = useState<'order' | 'most'>()
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    const body = {
      file: inMegabytes(texts.file),
      day: inMegabytes(texts.day),
      total: inMegabytes(texts.total),
    }
    if (!(body.file >= 100_000 && body.file <= 25 * megabyte)) return setProblem('most')
    if (!(body.day >= body.file && body.total >= body.day)) return setProblem('order')
    setProblem(undefined)
    setSaving(true)
    try {
      await api('PUT /api/v1/admin/file-limits', { body })
      await queryClient.invalidateQueries({ queryKey: fileLimitsQuery.queryKey })
      toast(t('files.saved'))
    } catch (error) {
      onError(error)
    } finally {
      setSaving(false)
    }
  }
  return (
    <Section title={t('files.limits')} hint={t('files.limitsHint')}>
      <form
        className="grid max-w-md gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {names.map((name) => (
          <TextField
            key={name}
            label={t(`files.${name}`)}
            inputMode="decimal"
            value={texts[name]}
            onChange={(text) => setTexts((now) => ({ ...now, [name]: text }))}
            error={
              problem === 'most' && name === 'file'
                ? t('files.most')
                : problem === 'order' && name === 'total'
                  ? t('files.order')
                  : undefined
            }
          />
        ))}
        <p className="text-sm text-muted">{t('files.used', { n: files, size: fileSize(used, language) })}</p>
        <div>
          <Button type="submit" look="primary" isPending={isSaving}>
            {t('files.save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function Links() {
  const t = useT()
  const onError = useErrorToast(t)
  const { data } = useQuery(linkPreviewsQuery)
  if (!data) return null
  const decide = async (inSecret: boolean) => {
    queryClient.setQueryData(linkPreviewsQuery.queryKey, { ...data, inSecret })
    try {
      await api('PUT /api/v1/admin/link-previews', { body: { inSecret } })
      toast(t('files.saved'))
    } catch (error) {
      queryClient.setQueryData(linkPreviewsQuery.queryKey, data)
      onError(error)
    }
  }
  return (
    <Section title={t('files.links')} hint={data.isOn ? t('files.linksOn') : t('files.linksOff')}>
      {data.isOn && (
        <Switch
          isSelected={data.inSecret}
          onChange={(isOn) => void decide(isOn)}
          hint={t('files.inSecretHint')}
        >
          {t('files.inSecret')}
        </Switch>
      )}
    </Section>
  )
}
