import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { examplesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { ExampleList } from './ExampleList.tsx'

/** Cases without names, written and removed by those who moderate. */
export function ExamplesPart({ slug }: { slug: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(examplesQuery(slug))
  const [isAdding, setAdding] = useState(false)
  const remove = useAct(
    (exampleId: string) =>
      api('DELETE /api/v1/communities/:community/charter/examples/:exampleId', {
        params: { community: slug, exampleId },
      }),
    t('examples.removed'),
  )
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} />
  const add = (
    <Button onPress={() => setAdding(true)}>
      <Plus aria-hidden />
      {t('examples.add')}
    </Button>
  )
  return (
    <div className="grid gap-4">
      {data.items.length === 0 ? (
        <EmptyState title={t('examples.empty')} acts={add}>
          {t('examples.emptyHint')}
        </EmptyState>
      ) : (
        <>
          <p className="text-muted">{t('examples.hint')}</p>
          <ExampleList items={data.items} slug={slug} onRemove={(id) => remove.run(id)} />
          <p>{add}</p>
        </>
      )}
      {isAdding && <AddDialog slug={slug} onClose={() => setAdding(false)} />}
    </div>
  )
}

function AddDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const articles = useCommunity(slug)?.charter?.articles ?? []
  const [article, setArticle] = useState<string | null>(null)
  const [situation, setSituation] = useState('')
  const [lesson, setLesson] = useState('')
  const add = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/communities/:community/charter/examples', {
        params: { community: slug },
        body: {
          article: Number(article),
          situation: { [language]: situation.trim() },
          lesson: { [language]: lesson.trim() },
        },
        idempotencyKey,
      }),
    t('examples.added'),
    onClose,
  )
  return (
    <Dialog
      title={t('examples.add')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!article || !situation.trim() || !lesson.trim()}
            isPending={add.isPending}
            onPress={() => add.run()}
          >
            {t('examples.add')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('examples.hint')}</p>
        <Select
          label={t('examples.article')}
          value={article}
          onChange={setArticle}
          options={articles.map((one) => ({
            id: String(one.number),
            label: t('articleTitle', { n: one.number, title: pickText(one.title, language) }),
          }))}
        />
        <TextArea
          label={t('examples.situation')}
          value={situation}
          onChange={setSituation}
          maxLength={2000}
        />
        <TextArea label={t('examples.lesson')} value={lesson} onChange={setLesson} maxLength={2000} />
      </div>
    </Dialog>
  )
}
