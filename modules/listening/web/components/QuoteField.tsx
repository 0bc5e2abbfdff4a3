import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { Button } from '#ui/Button.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'

interface Props {
  slug: string
  postId: string
  commentId: string | null
  original: string
  value: string
  onChange: (quote: string) => void
}

/** The text above, the sentence that may be repeated below: taken over without names, then edited by the manager. */
export function QuoteField({ slug, postId, commentId, original, value, onChange }: Props) {
  const t = useT()
  const onError = useErrorToast(t)
  const [replaced, setReplaced] = useState<number>()
  const take = useMutation({
    mutationFn: () =>
      api('POST /api/v1/communities/:community/listening/anonymised', {
        params: { community: slug },
        body: { postId, commentId, words: (value.trim() || original).slice(0, 2000) },
      }),
    onSuccess(answer) {
      onChange(answer.quote.slice(0, 400))
      setReplaced(answer.replaced)
    },
    onError,
  })
  return (
    <div className="grid gap-3">
      <div>
        <p className="field-label">{t('theme.original')}</p>
        <blockquote className="listening-words listening-original">{original}</blockquote>
      </div>
      <TextArea
        label={t('theme.quote')}
        optional
        hint={t('theme.quoteHint')}
        value={value}
        onChange={onChange}
        maxLength={400}
      />
      <p className="flex flex-wrap items-center gap-3">
        <Button size="small" isPending={take.isPending} onPress={() => take.mutate()}>
          {t('theme.anonymise')}
        </Button>
        <span className="text-sm text-muted" role="status">
          {replaced !== undefined && t('theme.replaced', { n: replaced })}
        </span>
      </p>
    </div>
  )
}
