import { TriangleAlert } from 'lucide-react'
import type { PostDetail, Translation } from '#modules/discussions/contract.ts'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Notice } from '#ui/Layout.tsx'
import { Prose } from '#ui/Prose.tsx'
import { useT } from '../t.ts'

/** Which version is on screen: `both` stands side by side, where there is room. */
export type Shown = 'original' | 'translation' | 'both'

interface Props {
  post: PostDetail
  translation: Translation
  shown: Shown
  onShow: (shown: Shown) => void
  /** Room for two columns. */
  isWide: boolean
}

/** A text in two languages: the reader's first, the other a tap away, or both. */
export default function PostText({ post, translation, shown, onShow, isWide }: Props) {
  const t = useT()
  const nameOf = (language: string) =>
    language === 'fr' || language === 'en' ? t(`translation.languages.${language}`) : language.toUpperCase()
  const now = shown === 'both' && !isWide ? 'original' : shown
  const late = translation.isOutdated && now !== 'original' && (
    <Notice icon={<TriangleAlert aria-hidden />} tone="warn">
      <p>{t('translation.outdated')}</p>
    </Notice>
  )
  const original = <Prose html={post.bodyHtml ?? ''} language={post.language} />
  const other = (
    <>
      {late}
      <Prose html={translation.bodyHtml} language={translation.language} />
    </>
  )
  return (
    <>
      <div className="mb-3">
        <FilterChips
          label={t('translation.show')}
          options={[
            { id: 'original', label: nameOf(post.language) },
            { id: 'translation', label: nameOf(translation.language) },
            ...(isWide ? [{ id: 'both', label: t('translation.both') }] : []),
          ]}
          selected={[now]}
          onSelect={([id]) => onShow((id ?? 'original') as Shown)}
        />
      </div>
      {now === 'both' ? (
        <div className="two-texts">
          <section aria-label={nameOf(post.language)}>
            {post.title && (
              <p className="font-semibold" lang={post.language}>
                {post.title}
              </p>
            )}
            {original}
          </section>
          <section aria-label={nameOf(translation.language)}>
            {translation.title && (
              <p className="font-semibold" lang={translation.language}>
                {translation.title}
              </p>
            )}
            {other}
          </section>
        </div>
      ) : now === 'translation' ? (
        other
      ) : (
        original
      )}
    </>
  )
}
