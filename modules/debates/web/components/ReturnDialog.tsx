import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { charterQuery, debateQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const none = 'none'

/** Gives an argument back with a word and, where that helps to understand it, the article of the charter it rests on. */
export default function ReturnDialog({
  argumentId,
  debateId,
  onClose,
}: {
  argumentId: string
  debateId: string
  onClose: () => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const [word, setWord] = useState('')
  const [article, setArticle] = useState(none)
  const { data: debate } = useQuery(debateQuery(debateId))
  const slug = debate?.community.slug
  const { data } = useQuery({ ...charterQuery(slug ?? ''), enabled: slug !== undefined })
  const articles = data?.charter?.articles ?? []
  const act = useAct(
    () =>
      api('POST /api/v1/debate-arguments/:argumentId/return', {
        params: { argumentId },
        body: { word: word.trim(), ...(article !== none && { article: Number(article) }) },
      }),
    t('argument.returned'),
    onClose,
  )
  return (
    <Dialog
      title={t('argument.return')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!word.trim()}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t('common.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextArea
          label={t('argument.returnWord')}
          hint={t('argument.returnHint')}
          value={word}
          onChange={setWord}
          maxLength={1000}
          autoFocus
        />
        {articles.length > 0 && (
          <Select
            label={t('argument.returnArticle')}
            optional
            value={article}
            onChange={setArticle}
            options={[
              { id: none, label: t('argument.returnNoArticle') },
              ...articles.map(({ number, title }) => ({
                id: String(number),
                label: t('rules.article', { number, title: pickText(title, language) }),
              })),
            ]}
          />
        )}
      </div>
    </Dialog>
  )
}
