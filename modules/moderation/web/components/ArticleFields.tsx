import { useState } from 'react'
import type { CaseDetail, TemplateStep } from '#modules/moderation/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { fillTemplate } from './fill.ts'

const none = 'none'

export interface Wording {
  article: number | null
  text: string
}

/**
 * The article, the language and the text of a step. The text follows the two until somebody writes in it; after
 * that it is theirs.
 */
export function useWording(file: CaseDetail, step: TemplateStep) {
  const { language: mine } = useLanguage()
  const reported = file.card.articles[0]?.number ?? null
  const first = file.charter.some(({ number }) => number === reported) ? reported : null
  const [article, setArticle] = useState<number | null>(first)
  const [language, setLanguage] = useState<'fr' | 'en'>(
    file.card.language === 'en' ? 'en' : file.card.language === 'fr' ? 'fr' : mine,
  )
  const [typed, setTyped] = useState<string>()
  return {
    step,
    article,
    language,
    text: typed ?? fillTemplate(file, step, article, language),
    setArticle,
    setLanguage,
    setText: setTyped,
  }
}

export function ArticleFields({
  file,
  wording,
  label,
  needsArticle,
}: {
  file: CaseDetail
  wording: ReturnType<typeof useWording>
  label: string
  needsArticle?: boolean
}) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <>
      <Select
        label={t('dialog.article')}
        value={wording.article === null ? (needsArticle ? null : none) : String(wording.article)}
        onChange={(id) => wording.setArticle(id === none ? null : Number(id))}
        options={[
          ...file.charter.map((article) => ({
            id: String(article.number),
            label: t('articleTitle', { n: article.number, title: pickText(article.title, language) }),
          })),
          ...(needsArticle ? [] : [{ id: none, label: t('dialog.noArticle') }]),
        ]}
      />
      <RadioGroup
        label={t('dialog.language')}
        orientation="horizontal"
        value={wording.language}
        onChange={(id) => wording.setLanguage(id === 'en' ? 'en' : 'fr')}
        options={[
          { id: 'fr', label: t('dialog.fr') },
          { id: 'en', label: t('dialog.en') },
        ]}
      />
      <TextArea label={label} value={wording.text} onChange={wording.setText} maxLength={2000} rows={5} />
    </>
  )
}
