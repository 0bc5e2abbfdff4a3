import type { CaseDetail, TemplateStep } from '#modules/moderation/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'

/** The starting text of a step in one language, with the name and the article filled in; edited before it leaves. */
export function fillTemplate(
  file: CaseDetail,
  step: TemplateStep,
  articleNumber: number | null,
  language: 'fr' | 'en',
): string {
  const template = file.templates.find((one) => one.step === step)
  const article = file.charter.find((one) => one.number === articleNumber)
  const name = file.card.author.displayName
  return (template ? pickText(template.text, language) : '')
    .replaceAll('{name}', name.split(' ')[0] ?? name)
    .replaceAll('{article}', article ? String(article.number) : '…')
    .replaceAll('{title}', article ? pickText(article.title, language) : '…')
}
