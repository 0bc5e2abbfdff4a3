import { useState } from 'react'
import type { Excerpt } from '#modules/listening/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { QuoteField } from './QuoteField.tsx'

/** Chooses the one sentence of a text that may be repeated, without names. */
export default function QuoteDialog({
  slug,
  excerpt,
  onClose,
}: {
  slug: string
  excerpt: Excerpt
  onClose: () => void
}) {
  const t = useT()
  const [quote, setQuote] = useState(excerpt.quote ?? '')
  const act = useAct(
    (words: string | null) =>
      api('PATCH /api/v1/listening/excerpts/:excerptId', {
        params: { excerptId: excerpt.id },
        body: { quote: words },
      }),
    t('theme.quoteSaved'),
    onClose,
  )
  return (
    <Dialog
      title={t('theme.editQuote')}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button look="quiet" isDisabled={act.isPending} onPress={() => act.run(null)}>
            {t('theme.countOnly')}
          </Button>
          <Button
            look="primary"
            isDisabled={!quote.trim()}
            isPending={act.isPending}
            onPress={() => act.run(quote.trim())}
          >
            {t('theme.save')}
          </Button>
        </>
      }
    >
      <QuoteField
        slug={slug}
        postId={excerpt.postId}
        commentId={excerpt.commentId}
        original={excerpt.text}
        value={quote}
        onChange={setQuote}
      />
    </Dialog>
  )
}
