import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Copy, Download, Pencil } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { KitContent, Programme } from '#modules/programmes/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { kitQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { asDate } from '../when.ts'

const KitEditor = lazy(() => import('./KitEditor.tsx'))

type Language = 'fr' | 'en'

/** The outreach kit: what anybody may say of the programme, ready to copy, in the language one speaks. */
export default function KitTab({ programme }: { programme: Programme }) {
  const t = useT()
  const navigate = useNavigate()
  const { language: own } = useLanguage()
  const search: { version?: string; language?: string } = useSearch({ strict: false })
  const version = Number(search.version) > 0 ? Number(search.version) : null
  const { data, error, refetch } = useQuery(kitQuery(programme.id, version))
  const [isEditing, setEditing] = useState(false)
  const language: Language = search.language === 'fr' || search.language === 'en' ? search.language : own
  const { lead } = programme.can
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={8} />
  if (isEditing)
    return (
      <Suspense fallback={<SkeletonRows rows={8} />}>
        <KitEditor programme={programme} kit={data} onClose={() => setEditing(false)} />
      </Suspense>
    )
  const edit = lead && (
    <Button look="primary" size="small" onPress={() => setEditing(true)}>
      <Pencil aria-hidden />
      {t(data.version === 0 ? 'kit.begin' : 'kit.edit')}
    </Button>
  )
  if (data.version === 0 && !lead)
    return (
      <EmptyState title={t('kit.empty')} picture={<Talk />}>
        {t('kit.emptyHint')}
      </EmptyState>
    )
  const latest = data.versions[0]?.version ?? 0
  return (
    <>
      <div className="programme-bar">
        <p className="m-0 flex-1 text-muted">{t('kit.lead')}</p>
        <FilterChips
          label={t('kit.language')}
          selected={[language]}
          onSelect={([id]) =>
            id &&
            void navigate({
              to: '.',
              search: { ...search, tab: 'kit', language: id } as never,
              resetScroll: false,
            })
          }
          options={(['fr', 'en'] as const).map((id) => ({ id, label: t(`kit.languages.${id}`) }))}
        />
        {edit}
      </div>
      {data.version === 0 && (
        <Notice title={t('kit.proposed')}>
          <p>{t('kit.proposedHint')}</p>
        </Notice>
      )}
      {data.version > 0 && data.version < latest && (
        <Notice title={t('kit.isFormer', { n: data.version })}>
          <p>{t('kit.isFormerHint')}</p>
        </Notice>
      )}
      <Messages content={data.content} language={language} />
      <Slides programme={programme} content={data.content} language={language} />
      <Questions content={data.content} language={language} />
      {data.versions.length > 1 && (
        <Section title={t('kit.versions')}>
          <FilterChips
            label={t('kit.versions')}
            selected={[String(data.version)]}
            onSelect={([id]) =>
              id &&
              void navigate({
                to: '.',
                search: { ...search, tab: 'kit', version: Number(id) === latest ? undefined : id } as never,
                resetScroll: false,
              })
            }
            options={data.versions.slice(0, 12).map((one) => ({
              id: String(one.version),
              label: t('kit.version', { n: one.version, on: new Date(one.at) }),
            }))}
          />
        </Section>
      )}
    </>
  )
}

interface PartProps {
  content: KitContent
  language: Language
}

function CopyButton({ text, what }: { text: string; what: string }) {
  const t = useT()
  return (
    <Button
      size="small"
      aria-label={t('kit.copyWhat', { what })}
      onPress={() =>
        void navigator.clipboard?.writeText(text).then(
          () => toast(t('kit.copied')),
          () => toast(t('kit.notCopied')),
        )
      }
    >
      <Copy aria-hidden />
      {t('kit.copy')}
    </Button>
  )
}

function Messages({ content, language }: PartProps) {
  const t = useT()
  return (
    <Section title={t('kit.messages')} hint={t('kit.messagesHint')}>
      {content.messages.length === 0 && <p className="text-muted">{t('kit.none')}</p>}
      <div className="kit-messages">
        {content.messages.map((one, index) => {
          const name = one.audience || t('kit.message', { n: index + 1 })
          return (
            <article key={one.id} className="kit-message">
              <h3 dir="auto">{name}</h3>
              {(['short', 'long'] as const).map((length) => {
                const text = pickText(one[length], language)
                return (
                  text && (
                    <div key={length} className="kit-text">
                      <div className="flex items-center justify-between gap-2">
                        <span className="text-sm font-semibold text-muted">{t(`kit.${length}`)}</span>
                        <CopyButton text={text} what={`${name}, ${t(`kit.${length}`)}`} />
                      </div>
                      <p className="m-0 whitespace-pre-line" dir="auto">
                        {text}
                      </p>
                    </div>
                  )
                )
              })}
            </article>
          )
        })}
      </div>
    </Section>
  )
}

function Slides({ programme, content, language }: PartProps & { programme: Programme }) {
  const t = useT()
  const file = (format: 'md' | 'pdf') =>
    `/api/v1/programmes/${programme.id}/kit/slides?format=${format}&language=${language}`
  return (
    <Section
      title={t('kit.slides')}
      hint={t('kit.slidesHint')}
      aside={
        content.slides.length > 0 && (
          <span className="flex flex-wrap gap-2">
            {(['pdf', 'md'] as const).map((format) => (
              <LinkButton key={format} size="small" href={file(format)} download>
                <Download aria-hidden />
                {t(`kit.files.${format}`)}
              </LinkButton>
            ))}
          </span>
        )
      }
    >
      {content.slides.length === 0 && <p className="text-muted">{t('kit.none')}</p>}
      <ol className="kit-slides">
        {content.slides.map((one) => (
          <li key={one.id}>
            <h3 dir="auto">{pickText(one.title, language)}</h3>
            <p className="m-0 whitespace-pre-line text-muted" dir="auto">
              {pickText(one.notes, language)}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Questions({ content, language }: PartProps) {
  const t = useT()
  return (
    <Section title={t('kit.questions')} hint={t('kit.questionsHint')}>
      {content.questions.length === 0 && <p className="text-muted">{t('kit.none')}</p>}
      <Rows label={t('kit.questions')}>
        {content.questions.map((one) => {
          const question = pickText(one.question, language)
          const answer = pickText(one.answer, language)
          return (
            <li key={one.id} className="flex items-start justify-between gap-3">
              <div className="grid min-w-0 gap-0.5">
                <h3 className="m-0 text-base" dir="auto">
                  {question}
                </h3>
                <p className="m-0 whitespace-pre-line" dir="auto">
                  {answer}
                </p>
                <span className="text-sm text-muted">{t('kit.asOf', { on: asDate(one.on) })}</span>
              </div>
              <CopyButton text={`${question}\n${answer}`} what={question} />
            </li>
          )
        })}
      </Rows>
    </Section>
  )
}
