import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TemplateStep } from '#modules/moderation/contract.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { templatesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** The texts that each step begins with, in the community's own words. */
export function TemplatesPart({ slug }: { slug: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(templatesQuery(slug))
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  return (
    <div className="grid gap-2">
      <p className="text-muted">
        {t('texts.hint', { name: '{name}', article: '{article}', title: '{title}' })}
      </p>
      {data.items.map((item) => (
        <Template key={`${item.step}-${JSON.stringify(item.text)}`} slug={slug} {...item} />
      ))}
    </div>
  )
}

function Template(props: { slug: string; step: TemplateStep; text: LocalText; isOurs: boolean }) {
  const t = useT()
  const { slug, step, isOurs } = props
  const [text, setText] = useState(props.text)
  const keep = useAct(
    (next: LocalText) =>
      api('PUT /api/v1/communities/:community/moderation/templates/:step', {
        params: { community: slug, step },
        body: { text: next },
      }),
    t('texts.saved'),
  )
  const isChanged = text.fr !== props.text.fr || text.en !== props.text.en
  const title = t(`texts.steps.${step}`)
  return (
    <Section title={title} level={3} aside={!isOurs && <Tag>{t('texts.own')}</Tag>}>
      <div className="grid gap-3 lg:grid-cols-2">
        {(['fr', 'en'] as const).map((language) => (
          <TextArea
            key={language}
            label={t(`dialog.${language}`)}
            aria-label={`${title}, ${t(`dialog.${language}`)}`}
            lang={language}
            value={text[language] ?? ''}
            onChange={(next) => setText((now) => ({ ...now, [language]: next }))}
            maxLength={2000}
          />
        ))}
      </div>
      <p className="flex flex-wrap gap-2 pt-2 empty:hidden">
        {isChanged && (
          <Button size="small" look="primary" isPending={keep.isPending} onPress={() => keep.run(text)}>
            {t('texts.save')}
          </Button>
        )}
        {!isOurs && (
          <Button size="small" look="quiet" isPending={keep.isPending} onPress={() => keep.run({})}>
            {t('texts.back')}
          </Button>
        )}
      </p>
    </Section>
  )
}
