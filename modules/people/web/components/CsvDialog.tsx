import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Notice } from '#ui/Layout.tsx'
import { csvColumns, type CsvReport } from '#modules/people/contract.ts'
import { useT } from '../t.ts'
import { FormError } from './FormError.tsx'

function send(file: File, confirm: boolean): Promise<CsvReport> {
  const body = new FormData()
  body.append('file', file)
  return api('POST /api/v1/admin/invitations/csv', { query: { confirm }, body })
}

/** A cell that begins like a formula would run in a spreadsheet. */
const cell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

function download(name: string, lines: readonly (readonly string[])[]): void {
  const text = `\ufeff${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  URL.revokeObjectURL(url)
}

/** Chooses a file, shows what it would do, does it. Nothing is written before the last button. */
export function CsvDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [file, setFile] = useState<File | undefined>()
  const preview = useMutation({ mutationFn: (chosen: File) => send(chosen, false) })
  const confirm = useMutation({
    mutationFn: (chosen: File) => send(chosen, true),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  })
  const report = confirm.data ?? preview.data
  const choose = (
    <FileButton
      accept={['.csv', 'text/csv', '.txt', 'text/plain']}
      look={report ? 'secondary' : 'primary'}
      isPending={preview.isPending}
      onFiles={([chosen]) => {
        if (!chosen) return
        setFile(chosen)
        confirm.reset()
        preview.mutate(chosen)
      }}
    >
      {report ? t('csv.other') : t('csv.choose')}
    </FileButton>
  )
  const isReady = report && !report.isDone && report.errorCount === 0 && report.invited > 0
  return (
    <Dialog
      title={t('accounts.file')}
      isOpen
      wide
      onClose={onClose}
      acts={
        confirm.data ? (
          <Button look="primary" onPress={onClose}>
            {t('invite.done')}
          </Button>
        ) : (
          <>
            {choose}
            {isReady && file && (
              <Button look="primary" isPending={confirm.isPending} onPress={() => confirm.mutate(file)}>
                {t('csv.confirm', { count: report.invited })}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="form-grid" aria-live="polite">
        <FormError error={confirm.error ?? preview.error} />
        {!report && (
          <>
            <p>{t('csv.lead')}</p>
            <p className="text-muted">{t('csv.columns')}</p>
            <div>
              <Button size="small" look="quiet" onPress={() => download(t('csv.modelName'), [csvColumns])}>
                <Download aria-hidden />
                {t('csv.model')}
              </Button>
            </div>
          </>
        )}
        {report && <Report report={report} />}
      </div>
    </Dialog>
  )
}

function Report({ report }: { report: CsvReport }) {
  const t = useT()
  if (report.isDone)
    return (
      <>
        <p>{t('csv.done', { count: report.invited })}</p>
        {report.links.length > 0 && (
          <>
            <p className="text-muted">{t('csv.links')}</p>
            <div>
              <Button
                onPress={() =>
                  download(t('csv.linksName'), [
                    ['email', 'link'],
                    ...report.links.map((one) => [one.email, one.link]),
                  ])
                }
              >
                <Download aria-hidden />
                {t('csv.downloadLinks')}
              </Button>
            </div>
          </>
        )}
      </>
    )
  return (
    <>
      <p>
        {t('csv.summary', { rows: report.rows, invited: report.invited, here: report.alreadyHere })}
        {report.newEntities.length > 0 &&
          ` ${t('csv.newEntities', { count: report.newEntities.length, names: report.newEntities.slice(0, 5).join(', ') })}`}
        {report.newSites.length > 0 &&
          ` ${t('csv.newSites', { count: report.newSites.length, names: report.newSites.slice(0, 5).join(', ') })}`}
      </p>
      {report.ignoredColumns.length > 0 && (
        <p className="text-muted">{t('csv.ignored', { names: report.ignoredColumns.join(', ') })}</p>
      )}
      {report.errorCount > 0 ? (
        <>
          <Notice tone="bad" title={t('csv.errors', { count: report.errorCount })}>
            {t('csv.errorsHint')}
          </Notice>
          <table className="csv-table">
            <caption className="sr-only">{t('csv.errors', { count: report.errorCount })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('csv.line')}</th>
                <th scope="col">{t('csv.column')}</th>
                <th scope="col">{t('csv.problem')}</th>
              </tr>
            </thead>
            <tbody>
              {report.errors.map((error, index) => {
                const key = `csv.code.${error.code}` as never
                return (
                  <tr key={index}>
                    <td>{error.line}</td>
                    <td>{error.column ?? '—'}</td>
                    <td>
                      {t.has(key) ? t(key) : error.code}
                      {error.value && (
                        <>
                          {' '}
                          <bdi className="text-muted">{error.value}</bdi>
                        </>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </>
      ) : (
        report.sample.length > 0 && (
          <table className="csv-table">
            <caption className="sr-only">{t('csv.sample')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('signIn.email')}</th>
                <th scope="col">{t('edit.displayName')}</th>
                <th scope="col">{t('edit.entity')}</th>
                <th scope="col">{t('edit.site')}</th>
              </tr>
            </thead>
            <tbody>
              {report.sample.map((person) => (
                <tr key={person.email}>
                  <td>{person.email}</td>
                  <td>
                    <bdi>{person.displayName}</bdi>
                  </td>
                  <td>{person.entity ?? '—'}</td>
                  <td>{person.site ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      )}
    </>
  )
}
