import { useState } from 'react'
import { Eye, Download } from 'lucide-react'
import type { Report } from '#modules/reports/contract.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { mostLetters, sectionKeys } from '#modules/reports/words.ts'
import type { SectionKey, Texts } from '#modules/reports/words.ts'
import { filePath, reportPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** The texts of the sections beside what is computed; saving makes a version, publishing freezes it. */
export function WritePart({ report }: { report: Report }) {
  const t = useT()
  const { language } = useLanguage()
  const [texts, setTexts] = useState<Texts>(report.texts)
  const [isPublishing, setPublishing] = useState(false)
  const isChanged = sectionKeys.some((key) => texts[key] !== report.texts[key])
  const { slug } = report.community
  const params = { community: slug, month: report.month }
  const save = useAct<void>(
    (_, idempotencyKey) =>
      api('PUT /api/v1/communities/:community/reports/:month', {
        params,
        body: { base: report.version, texts },
        idempotencyKey,
      }),
    t('saved'),
  )
  const isPublished = report.publishedAt !== null
  return (
    <div className="report-writing">
      <p className="text-sm text-muted">
        {t(report.textLanguage === 'fr' ? 'report.inFrench' : 'report.inEnglish')}
      </p>
      {report.latestPublished !== null && (
        <p>
          <Link to={reportPath(slug, report.month)}>{t('report.read')}</Link>
        </p>
      )}
      {sectionKeys.map((key) => (
        <section key={key} className="report-editor" aria-labelledby={`write-${key}`}>
          <h3 id={`write-${key}`}>{t(`section.${key}`)}</h3>
          <Computed report={report} section={key} />
          <TextArea
            label={t('report.own')}
            aria-label={`${t('report.own')} · ${t(`section.${key}`)}`}
            hint={t('report.ownHint', { n: mostLetters })}
            value={texts[key]}
            onChange={(next) => setTexts((now) => ({ ...now, [key]: next }))}
            maxLength={mostLetters}
            rows={2}
          />
        </section>
      ))}
      <div className="report-bar">
        <Button
          look={isChanged ? 'primary' : 'secondary'}
          isDisabled={!isChanged}
          isPending={save.isPending}
          onPress={() => save.run()}
        >
          {t('save')}
        </Button>
        <Button
          look={isChanged || isPublished ? 'secondary' : 'primary'}
          isDisabled={isChanged || isPublished}
          onPress={() => setPublishing(true)}
        >
          {report.latestPublished === null ? t('report.publish') : t('report.correct')}
        </Button>
        <ButtonLink to={`${reportPath(slug, report.month)}?draft=true`} look="quiet">
          <Eye aria-hidden />
          {t('report.preview')}
        </ButtonLink>
        <LinkButton
          look="quiet"
          href={filePath(slug, report.month, 'pdf', { language, draft: true })}
          download
        >
          <Download aria-hidden />
          {t('report.pdf')}
        </LinkButton>
      </div>
      {isPublishing && <PublishDialog report={report} onClose={() => setPublishing(false)} />}
    </div>
  )
}

/** What stands in a section without anybody's hand. */
function Computed({ report, section }: { report: Report; section: SectionKey }) {
  const t = useT()
  const lines: Record<SectionKey, readonly string[]> = {
    problem: report.problem.sentences.map(({ text }) => text),
    facts: report.facts.map(({ text, basis }) => `${text} (${basis})`),
    voices: report.voices
      .filter(({ state }) => state === 'yes')
      .map(({ quote }) => t('quote', { text: quote })),
    health: report.health.map(({ name, value, n }) => `${name} · ${value} · n\u202f=\u202f${n}`),
    season: report.season.map(({ text }) => text),
    decisions: report.decisions.map(({ text }) => text),
    unknown: report.unknown.map(({ text }) => text),
  }
  return (
    <div className="report-computed">
      <p>{t('report.computed')}</p>
      {lines[section].length === 0 ? (
        <p>{section === 'voices' ? t('reader.noVoice') : t('reader.noDecision')}</p>
      ) : (
        <ul className="report-list">
          {lines[section].map((line, index) => (
            <li key={index} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function PublishDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const t = useT()
  const [note, setNote] = useState('')
  const isCorrection = report.latestPublished !== null
  const publish = useAct<void>(
    (_, idempotencyKey) =>
      api('POST /api/v1/communities/:community/reports/:month/publication', {
        params: { community: report.community.slug, month: report.month },
        body: { base: report.version, note: note.trim() || null },
        idempotencyKey,
      }),
    t('report.published'),
    onClose,
  )
  const waiting = report.voices.filter(({ state }) => state === 'pending').length
  return (
    <Dialog
      title={isCorrection ? t('report.correct') : t('report.publishTitle')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={isCorrection && !note.trim()}
            isPending={publish.isPending}
            onPress={() => publish.run()}
          >
            {isCorrection ? t('report.correct') : t('report.publish')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{t('report.publishHint')}</p>
        {waiting > 0 && (
          <Notice>
            <p>{t('report.pendingVoices', { n: waiting })}</p>
          </Notice>
        )}
        {isCorrection && (
          <TextArea
            label={t('report.note')}
            hint={t('report.noteHint')}
            value={note}
            onChange={setNote}
            maxLength={500}
            rows={2}
            autoFocus
          />
        )}
      </div>
    </Dialog>
  )
}
