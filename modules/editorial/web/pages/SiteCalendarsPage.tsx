import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AdminTabs } from '#modules/people/web/public.ts'
import type { SiteCalendar } from '#modules/editorial/contract.ts'
import { maximumFile, zones } from '#modules/editorial/words.ts'
import type { Zone } from '#modules/editorial/words.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Page } from '#platform/web/Page.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { siteCalendarsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** The administrator says when the company and its sites rest. */
export function SiteCalendarsPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(siteCalendarsQuery)
  return (
    <Page title={t('sites.title')}>
      <PageHeader title={t('sites.title')} lead={t('sites.lead')} />
      <AdminTabs />
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : (
        <>
          {data.items.map((calendar) => (
            <CalendarOf key={calendar.site?.id ?? 'company'} calendar={calendar} />
          ))}
          <p className="pt-4 text-sm text-muted">{t('sites.source')}</p>
        </>
      )}
    </Page>
  )
}

function CalendarOf({ calendar }: { calendar: SiteCalendar }) {
  const t = useT()
  const [zone, setZone] = useState<Zone>(calendar.zone)
  const [alsaceMoselle, setAlsace] = useState(calendar.alsaceMoselle)
  const [file, setFile] = useState<{ name: string; text: string } | null>(null)
  const save = useAct(
    () =>
      api('PUT /api/v1/admin/site-calendars', {
        body: { siteId: calendar.site?.id ?? null, zone, alsaceMoselle, ...(file && { file }) },
      }),
    t('sites.saved'),
    () => setFile(null),
  )
  async function take(files: File[]): Promise<void> {
    const [chosen] = files
    if (!chosen) return
    if (chosen.size > maximumFile) return void toast(t('refusal.calendarUnreadable'), { tone: 'bad' })
    setFile({ name: chosen.name.slice(0, 200), text: await chosen.text() })
  }
  const name = calendar.site?.name ?? t('sites.company')
  const isFrench = !calendar.site || calendar.site.country === 'FR'
  const hasFile = file !== null || calendar.file !== null
  return (
    <Section title={name} hint={calendar.site && !calendar.isOwn ? t('sites.follows') : undefined}>
      <div className="grid max-w-xl gap-3">
        <Select
          label={t('sites.zone')}
          hint={t(`sites.zoneHint.${zone}`)}
          value={zone}
          onChange={(id) => setZone(id as Zone)}
          options={zones.map((id) => ({ id, label: t(`sites.zones.${id}`) }))}
        />
        {zone === 'file' && (
          <div className="grid gap-1">
            <div>
              <FileButton
                accept={['text/calendar', '.ics']}
                onFiles={(files) => void take(files)}
                size="small"
              >
                {t('sites.file')}
              </FileButton>
            </div>
            <p className="text-sm text-muted" aria-live="polite">
              {file
                ? file.name
                : calendar.file
                  ? t('sites.fileFacts', {
                      name: calendar.file.name,
                      at: new Date(calendar.file.at),
                      n: calendar.file.periods.length,
                    })
                  : t('sites.fileHint')}
            </p>
          </div>
        )}
        {isFrench && (
          <Checkbox isSelected={alsaceMoselle} onChange={setAlsace}>
            {t('sites.alsace')}
          </Checkbox>
        )}
        <div>
          <Button
            size="small"
            isPending={save.isPending}
            isDisabled={zone === 'file' && !hasFile}
            aria-label={`${t('sites.save')} · ${name}`}
            onPress={() => save.run(undefined)}
          >
            {t('sites.save')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
