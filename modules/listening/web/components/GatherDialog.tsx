import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ThemeKind } from '#modules/listening/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextField } from '#ui/TextField.tsx'
import { boardQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { KindField } from './KindField.tsx'
import { QuoteField } from './QuoteField.tsx'

interface Props {
  slug: string
  postId: string
  commentId: string | null
  words: string
  onClose: () => void
}

/** Puts one text into a theme that is being prepared, or into a new one, with the sentence that may be quoted. */
export default function GatherDialog({ slug, postId, commentId, words, onClose }: Props) {
  const t = useT()
  const { data } = useQuery(boardQuery(slug))
  const open = data?.themes.filter(({ state }) => ['coding', 'checking', 'checked'].includes(state)) ?? []
  const [typed, setTyped] = useState<string>()
  const into = typed ?? open[0]?.id ?? 'new'
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<ThemeKind>('need')
  const [quote, setQuote] = useState('')
  const act = useAct(
    async () => {
      const themeId =
        into === 'new'
          ? (
              await api('POST /api/v1/communities/:community/listening/themes', {
                params: { community: slug },
                body: { title: title.trim(), kind },
              })
            ).id
          : into
      return api('POST /api/v1/listening/themes/:themeId/excerpts', {
        params: { themeId },
        body: { postId, commentId, quote: quote.trim() || null },
      })
    },
    t('texts.added'),
    onClose,
  )
  return (
    <Dialog
      title={t('texts.addTo')}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!data || (into === 'new' && !title.trim())}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t('texts.add')}
          </Button>
        </>
      }
    >
      {data ? (
        <div className="grid gap-5">
          <RadioGroup
            label={t('texts.into')}
            value={into}
            onChange={setTyped}
            options={[
              ...open.map((theme) => ({ id: theme.id, label: theme.title, hint: t(`state.${theme.state}`) })),
              { id: 'new', label: t('texts.new') },
            ]}
          />
          {into === 'new' && (
            <>
              <TextField
                label={t('theme.title')}
                hint={t('theme.titleHint')}
                value={title}
                onChange={setTitle}
                maxLength={120}
              />
              <KindField value={kind} onChange={setKind} />
            </>
          )}
          <QuoteField
            slug={slug}
            postId={postId}
            commentId={commentId}
            original={words}
            value={quote}
            onChange={setQuote}
          />
        </div>
      ) : (
        <SkeletonRows rows={3} />
      )}
    </Dialog>
  )
}
