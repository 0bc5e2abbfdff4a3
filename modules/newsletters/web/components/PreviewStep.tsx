import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useMyCommunities } from '#modules/communities/web/public.ts'
import type { IssueWork } from '#modules/newsletters/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { printPath } from '../paths.ts'
import { previewQuery } from '../queries.ts'
import { useT } from '../t.ts'

/**
 * The letter as a kind of reader would have it. The frame is sandboxed without scripts and under the page's own policy:
 * nothing in it runs, loads or leads away.
 */
export function PreviewStep({ work }: { work: IssueWork }) {
  const t = useT()
  const own = useLanguage().language
  const communities = useMyCommunities()
  const [size, setSize] = useState('phone')
  const [language, setLanguage] = useState<string>(own)
  const [reader, setReader] = useState('me')
  const [edition, setEdition] = useState('common')
  const { data, error, refetch } = useQuery(
    previewQuery(work.id, {
      language: language === 'en' ? 'en' : 'fr',
      reader,
      ...(edition !== 'common' && { edition }),
    }),
  )
  return (
    <div className="grid gap-4">
      <div className="grid gap-3 sm:grid-cols-3">
        {work.newsletter.languages.length > 1 && (
          <Select
            label={t('preview.language')}
            value={language}
            onChange={setLanguage}
            options={[
              { id: 'fr', label: t('form.fr') },
              { id: 'en', label: t('form.en') },
            ]}
          />
        )}
        <Select
          label={t('preview.reader')}
          value={reader}
          onChange={setReader}
          options={[
            { id: 'me', label: t('preview.me') },
            { id: 'nobody', label: t('preview.nobody') },
            ...communities.map(({ id, name }) => ({
              id,
              label: t('preview.member', { name: pickText(name, own) }),
            })),
          ]}
        />
        {work.parts.length > 1 && (
          <Select
            label={t('preview.edition')}
            value={edition}
            onChange={setEdition}
            options={[
              { id: 'common', label: t('preview.common') },
              ...work.parts.slice(1).map(({ key, name }) => ({ id: key, label: name ?? '' })),
            ]}
          />
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <FilterChips
          label={t('preview.size')}
          options={(['phone', 'desktop', 'text'] as const).map((id) => ({ id, label: t(`preview.${id}`) }))}
          selected={[size]}
          onSelect={([chosen]) => setSize(chosen ?? 'phone')}
        />
        <ButtonLink to={printPath(work.id)}>
          <Printer aria-hidden />
          {t('preview.paper')}
        </ButtonLink>
      </div>
      {error && !data && <ErrorView error={error} t={t} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={4} />}
      {data &&
        (size === 'text' ? (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a pointer
          <pre className="card whitespace-pre-wrap text-sm" tabIndex={0} aria-label={t('preview.text')}>
            {data.text}
          </pre>
        ) : (
          <iframe
            className="letter-frame"
            data-size={size}
            title={t('preview.frame')}
            sandbox="allow-same-origin"
            srcDoc={data.html}
          />
        ))}
    </div>
  )
}
