import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { TemplateCopy } from '#modules/practice/contract.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { networkPath } from '../paths.ts'
import { copiesQuery } from '../queries.ts'
import { useT } from '../t.ts'

const TemplateDialog = lazy(() => import('./TemplateDialog.tsx'))

/** Templates that this community copied, to be adapted and perhaps shared again. */
export function CopiesPart({ slug }: { slug: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(copiesQuery(slug))
  const [edited, setEdited] = useState<{ copy: TemplateCopy; share: boolean } | null>(null)
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  const browse = (
    <ButtonLink to={networkPath('templates')} size="small">
      {t('templates.browse')}
    </ButtonLink>
  )
  if (data.items.length === 0)
    return (
      <EmptyState title={t('templates.copies')} acts={browse}>
        {t('templates.copiesNone')}
      </EmptyState>
    )
  return (
    <Section title={t('templates.copies')} aside={browse}>
      <ul className="rows">
        {data.items.map((copy) => (
          <li key={copy.id} className="grid gap-1">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong dir="auto">{copy.title}</strong>
              <Tag>{t(`templates.kind.${copy.kind}`)}</Tag>
              {copy.isOutdated && <Tag tone="accent">{t('templates.outdated')}</Tag>}
            </span>
            <p className="whitespace-pre-line" dir="auto">
              {copy.body}
            </p>
            <p className="text-sm text-muted">
              {copy.credit
                ? t('templates.credit', { name: copy.credit.displayName })
                : t('templates.formerAuthor')}
            </p>
            <span className="flex flex-wrap gap-2">
              <Button
                size="small"
                aria-label={`${t('templates.adapt')} · ${copy.title}`}
                onPress={() => setEdited({ copy, share: false })}
              >
                {t('templates.adapt')}
              </Button>
              <Button
                size="small"
                look="quiet"
                aria-label={`${t('templates.share')} · ${copy.title}`}
                onPress={() => setEdited({ copy, share: true })}
              >
                {t('templates.share')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {edited && (
          <TemplateDialog
            {...(edited.share ? { from: edited.copy } : { copy: edited.copy, slug })}
            onClose={() => setEdited(null)}
          />
        )}
      </Suspense>
    </Section>
  )
}
