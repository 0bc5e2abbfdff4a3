import { useState } from 'react'
import type { FileReport } from '#modules/problems/contract.ts'
import { api } from '#platform/web/api.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import type { DialogProps } from './WriteDialogs.tsx'

/** Values from a file: looked at line by line first, kept on a second press. */
export default function FileDialog({ slug, onClose }: DialogProps) {
  const t = useT()
  const { isActing, act } = useAct()
  const [csv, setCsv] = useState('')
  const [report, setReport] = useState<FileReport>()
  const send = (text: string, apply: boolean, after: (report: FileReport) => void) =>
    act(async () => {
      const next = await api('POST /api/v1/communities/:community/problem/file', {
        params: { community: slug },
        body: { csv: text, apply },
      })
      after(next)
      return apply ? t('file.applied', { n: next.added + next.corrected }) : undefined
    })
  const look = (text: string) => send(text, false, setReport)
  const fresh = report ? report.added + report.corrected : 0
  return (
    <Dialog
      title={t('file.title')}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('acts.cancel')}</Button>
          {report ? (
            <Button
              look="primary"
              isPending={isActing}
              isDisabled={fresh === 0}
              onPress={() => send(csv, true, onClose)}
            >
              {fresh === 0 ? t('file.nothing') : t('file.apply', { n: fresh })}
            </Button>
          ) : (
            <Button
              look="primary"
              isPending={isActing}
              isDisabled={csv.trim() === ''}
              onPress={() => look(csv)}
            >
              {t('file.look')}
            </Button>
          )}
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <p>{t('file.hint')}</p>
        <div>
          <FileButton
            accept={['.csv', 'text/csv', 'text/plain']}
            onFiles={([file]) =>
              void file?.text().then((text) => {
                setCsv(text)
                look(text)
              })
            }
          >
            {t('file.choose')}
          </FileButton>
        </div>
        <TextArea
          label={t('file.paste')}
          value={csv}
          rows={5}
          placeholder={'date;valeur;source\n2026-03-31;12,5;GMAO'}
          onChange={(text) => {
            setCsv(text)
            setReport(undefined)
          }}
        />
        {report && <Report report={report} />}
      </div>
    </Dialog>
  )
}

function Report({ report }: { report: FileReport }) {
  const t = useT()
  const format = useFormat()
  const { added, corrected, same, refused } = report
  // What needs a look comes first.
  const rows = report.rows.toSorted(
    (a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'),
  )
  return (
    <section aria-live="polite" className="grid gap-3">
      <p className="font-semibold">{t('file.summary', { added, corrected, same, refused })}</p>
      <div
        className="max-h-80 overflow-auto"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        tabIndex={0}
        role="region"
        aria-label={t('file.result')}
      >
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('file.line')}</th>
              <th scope="col">{t('history.on')}</th>
              <th scope="col">{t('history.value')}</th>
              <th scope="col">{t('file.result')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 200).map((row) => (
              <tr key={row.line}>
                <th scope="row" className="font-normal">
                  {row.line}
                </th>
                <td dir="auto">{row.on}</td>
                <td>{row.value === null ? '' : format.number(row.value)}</td>
                <td>
                  {t(`file.outcome.${row.outcome}`)}
                  {row.reason && `\u00a0: ${t(`file.reason.${row.reason}`)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
