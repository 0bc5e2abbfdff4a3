import { Bookmark } from 'lucide-react'
import { PlainLink } from '#platform/web/links.tsx'
import { Rows } from '#ui/Layout.tsx'
import { bookmarksPath } from '../paths.ts'
import { useT } from '../t.ts'

/** The way from "Me" to what I kept. */
export default function BookmarksLink() {
  const t = useT()
  return (
    <Rows label={t('bookmark.title')}>
      <li className="flex items-start gap-3">
        <Bookmark aria-hidden className="mt-1 flex-none text-muted" />
        <span>
          <PlainLink to={bookmarksPath} className="font-semibold hover:underline">
            {t('bookmark.title')}
          </PlainLink>
          <span className="block text-sm text-muted">{t('bookmark.lead')}</span>
        </span>
      </li>
    </Rows>
  )
}
