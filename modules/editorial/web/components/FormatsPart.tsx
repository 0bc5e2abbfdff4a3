import { useQuery } from '@tanstack/react-query'
import { Check, Plus } from 'lucide-react'
import { useState } from 'react'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { Format } from '#modules/editorial/contract.ts'
import { rhythms } from '#modules/editorial/words.ts'
import type { Rhythm } from '#modules/editorial/words.ts'
import { sharedFormatsPath } from '../paths.ts'
import { formatsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** The community's formats, and the company's library to take from. */
export function FormatsPart({ slug }: { slug: string }) {
  const t = useT()
  const { language } = useLanguage()
  const { data, error, refetch } = useQuery(formatsQuery(slug))
  const [edited, setEdited] = useState<Format | 'new' | null>(null)
  const adopt = useAct(
    (key: string) =>
      api('POST /api/v1/communities/:community/formats', { params: { community: slug }, body: { key } }),
    t('formats.adoptedWord'),
  )
  const giveUp = useAct(
    (formatId: string) =>
      api('DELETE /api/v1/communities/:community/formats/:formatId', {
        params: { community: slug, formatId },
      }),
    t('formats.gaveUp'),
  )
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  const facts = ({ minutes, rhythm }: { minutes: number; rhythm: Rhythm }) =>
    t('formats.facts', { minutes: String(minutes), rhythm: t(`formats.rhythms.${rhythm}`) })
  return (
    <>
      <p className="text-muted">{t('formats.lead')}</p>
      <Section
        title={t('formats.own')}
        aside={
          <Button size="small" onPress={() => setEdited('new')}>
            <Plus aria-hidden />
            {t('formats.write')}
          </Button>
        }
      >
        {data.items.length === 0 ? (
          <p className="text-muted">{t('formats.noOwn')}</p>
        ) : (
          <ul className="rows">
            {data.items.map((format) => (
              <li key={format.id} className="grid gap-1">
                <span className="flex flex-wrap items-center gap-x-3">
                  <strong>{pickText(format.name, language)}</strong>
                  <span className="text-sm text-muted">{facts(format)}</span>
                </span>
                <span>{pickText(format.howTo, language)}</span>
                <span className="flex flex-wrap gap-2 pt-1">
                  <Button
                    size="small"
                    aria-label={`${t('formats.edit')} · ${pickText(format.name, language)}`}
                    onPress={() => setEdited(format)}
                  >
                    {t('formats.edit')}
                  </Button>
                  <Button
                    size="small"
                    look="quiet"
                    aria-label={`${t('formats.giveUp')} · ${pickText(format.name, language)}`}
                    onPress={() => giveUp.run(format.id)}
                  >
                    {t('formats.giveUp')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section
        title={t('formats.company')}
        hint={t('formats.companyHint')}
        aside={<Link to={sharedFormatsPath}>{t('formats.network')}</Link>}
      >
        <ul className="rows">
          {data.company.map((format) => (
            <li key={format.key} className="flex flex-wrap items-start gap-3">
              <span className="grid min-w-0 flex-1 basis-72 gap-0.5">
                <span className="flex flex-wrap items-center gap-x-3">
                  <strong>{pickText(format.name, language)}</strong>
                  <span className="text-sm text-muted">{facts(format)}</span>
                </span>
                <span className="text-muted">{pickText(format.howTo, language)}</span>
              </span>
              {format.isAdopted ? (
                <Tag tone="good" icon={<Check aria-hidden />}>
                  {t('formats.adopted')}
                </Tag>
              ) : (
                <Button
                  size="small"
                  isDisabled={adopt.isPending}
                  aria-label={`${t('formats.adopt')} · ${pickText(format.name, language)}`}
                  onPress={() => adopt.run(format.key)}
                >
                  {t('formats.adopt')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {edited && (
        <FormatDialog slug={slug} format={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

function FormatDialog({
  slug,
  format,
  onClose,
}: {
  slug: string
  format: Format | null
  onClose: () => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const [name, setName] = useState(format ? pickText(format.name, language) : '')
  const [howTo, setHowTo] = useState(format ? pickText(format.howTo, language) : '')
  const [minutes, setMinutes] = useState(String(format?.minutes ?? 30))
  const [rhythm, setRhythm] = useState<Rhythm>(format?.rhythm ?? 'monthly')
  const save = useAct(
    () => {
      // Only the words of the language on screen change; the other one stays as it was.
      const body = {
        name: { ...format?.name, [language]: name },
        howTo: { ...format?.howTo, [language]: howTo },
        minutes: Number(minutes),
        rhythm,
      }
      return format
        ? api('PUT /api/v1/communities/:community/formats/:formatId', {
            params: { community: slug, formatId: format.id },
            body,
          })
        : api('POST /api/v1/communities/:community/formats', {
            params: { community: slug },
            body: { format: body },
          })
    },
    t('dialog.saved'),
    onClose,
  )
  const isSound = name.trim() !== '' && howTo.trim() !== '' && Number(minutes) >= 5 && Number(minutes) <= 2400
  return (
    <Dialog
      title={t(format ? 'formats.edit' : 'formats.write')}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          isPending={save.isPending}
          isDisabled={!isSound}
          onPress={() => save.run(undefined)}
        >
          {t('dialog.save')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <TextField label={t('formats.name')} value={name} onChange={setName} maxLength={80} autoFocus />
        <TextArea label={t('formats.howTo')} value={howTo} onChange={setHowTo} maxLength={2000} rows={5} />
        <TextField
          label={t('formats.minutes')}
          value={minutes}
          onChange={(text) => setMinutes(text.replace(/\D/g, ''))}
          inputMode="numeric"
          maxLength={4}
        />
        <Select
          label={t('formats.rhythm')}
          value={rhythm}
          onChange={(id) => setRhythm(id as Rhythm)}
          options={rhythms.map((id) => ({ id, label: t(`formats.rhythms.${id}`) }))}
        />
      </div>
    </Dialog>
  )
}
