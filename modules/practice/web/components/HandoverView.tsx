import '../practice.css'
import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { HandoverSheet } from '#modules/practice/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { asDate } from '../days.ts'
import { handoverQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** The handover sheet: edited by whoever leaves, read and printed by whoever stands in. */
export function HandoverView({ leaveId }: { leaveId: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(handoverQuery(leaveId))
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={8} />
  return <Sheet key={data.givenAt ?? 'draft'} sheet={data} />
}

function Sheet({ sheet }: { sheet: HandoverSheet }) {
  const t = useT()
  const { language } = useLanguage()
  const params = { leaveId: sheet.leaveId }
  const [word, setWord] = useState(sheet.word ?? '')
  const [texts, setTexts] = useState(() =>
    sheet.parts.map(({ key, lines }) => ({ key, text: lines.join('\n') })),
  )
  const save = useAct(
    (give: boolean) =>
      api('PUT /api/v1/me/leaves/:leaveId/handover', {
        params,
        body: {
          word: word || null,
          parts: texts.map(({ key, text }) => ({ key, lines: text.split('\n').slice(0, 60) })),
          give,
        },
      }),
    (give) => t(give ? 'handover.gave' : 'saved'),
  )
  const standIn = sheet.standIn?.displayName
  return (
    <div className="handover">
      <div className="flex flex-wrap items-start justify-between gap-3 pb-2">
        <div>
          <h2 className="m-0">
            {t('handover.title')} · {pickText(sheet.community.name, language)}
          </h2>
          <p className="text-muted">
            {t('handover.of', {
              name: sheet.writer.displayName,
              from: asDate(sheet.from),
              to: asDate(sheet.to),
            })}
            {sheet.givenAt && ` · ${t('handover.given', { at: new Date(sheet.givenAt) })}`}
          </p>
        </div>
        <Button size="small" className="print-hide" onPress={() => window.print()}>
          <Printer aria-hidden />
          {t('handover.print')}
        </Button>
      </div>
      {sheet.can.write && sheet.isDraft && <Notice>{t('handover.draft')}</Notice>}
      {sheet.returnWord && (
        <Section title={t('handover.back')}>
          <p className="whitespace-pre-line" dir="auto">
            {sheet.returnWord}
          </p>
        </Section>
      )}
      {sheet.can.write ? (
        <div className="grid max-w-2xl gap-4 pt-3">
          <TextArea
            label={t('handover.word')}
            hint={t('handover.wordHint')}
            optional
            value={word}
            onChange={setWord}
            maxLength={4000}
          />
          {texts.map(({ key, text }) => (
            <TextArea
              key={key}
              label={t(`handover.part.${key}`)}
              hint={key === 'moderation' ? t('handover.moderationHint') : t('handover.linesHint')}
              value={text}
              rows={2}
              onChange={(next) => setTexts(texts.map((one) => (one.key === key ? { key, text: next } : one)))}
            />
          ))}
          {sheet.standIn === null && <p className="text-muted">{t('handover.giveNobody')}</p>}
          <div className="print-hide flex flex-wrap gap-2">
            <Button isPending={save.isPending} onPress={() => save.run(false)}>
              {t('save')}
            </Button>
            {standIn && (
              <Button look="primary" isPending={save.isPending} onPress={() => save.run(true)}>
                {t('handover.give', { name: standIn })}
              </Button>
            )}
          </div>
        </div>
      ) : (
        <>
          {sheet.word && (
            <p className="whitespace-pre-line" dir="auto">
              {sheet.word}
            </p>
          )}
          {sheet.parts.map(({ key, lines }) => (
            <Section key={key} title={t(`handover.part.${key}`)}>
              {lines.length === 0 ? (
                <p className="text-muted">{t('handover.nothing')}</p>
              ) : (
                <ul className="rows">
                  {lines.map((line, index) => (
                    <li key={index} dir="auto">
                      {line}
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          ))}
          <TellBack sheet={sheet} />
        </>
      )}
    </div>
  )
}

function TellBack({ sheet }: { sheet: HandoverSheet }) {
  const t = useT()
  const [word, setWord] = useState(sheet.returnWord ?? '')
  const tell = useAct(
    () =>
      api('PUT /api/v1/me/leaves/:leaveId/handover/return-word', {
        params: { leaveId: sheet.leaveId },
        body: { word },
      }),
    t('handover.backSent'),
  )
  return (
    <Section title={t('handover.back')}>
      <div className="print-hide grid max-w-2xl gap-3">
        <TextArea label={t('handover.backLabel')} value={word} onChange={setWord} maxLength={4000} />
        <div>
          <Button
            isPending={tell.isPending}
            isDisabled={word.trim() === ''}
            onPress={() => tell.run(undefined)}
          >
            {t('handover.backSend')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
