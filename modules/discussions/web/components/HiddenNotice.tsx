import { EyeOff } from 'lucide-react'
import type { Hidden } from '#modules/discussions/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { notesPath } from '../paths.ts'
import { useT } from '../t.ts'

/** In place of a hidden text: under which article, a word for those who pass, and for its author the way to it. */
export function HiddenNotice({ hidden, isMine }: { hidden: Hidden; isMine: boolean }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <div className="hidden-text">
      <p className="flex items-start gap-2 text-muted">
        <EyeOff aria-hidden className="mt-1 size-4 shrink-0" />
        <span>
          {hidden.article === null
            ? t('hidden.law')
            : t('hidden.article', {
                article: hidden.article,
                title: hidden.articleTitle ? pickText(hidden.articleTitle, language) : '',
              })}
        </span>
      </p>
      {hidden.note && (
        <p dir="auto" className="mt-1 text-muted">
          {hidden.note}
        </p>
      )}
      {isMine && (
        <p className="mt-1">
          <Link to={notesPath}>{t('hidden.mine')}</Link>
        </p>
      )}
    </div>
  )
}
