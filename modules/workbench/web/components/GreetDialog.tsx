import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import { api, newKey } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { firstNameOf, openers } from '../openers.ts'
import { refreshWorkbench } from '../queries.ts'
import { useT } from '../t.ts'
import { Sheet } from './Sheet.tsx'

interface Props {
  slug: string
  community: string
  newcomer: MemberCard
  /** Their first post, when there is one: the words become a comment under it. */
  postId: string | null
  /** Language of their post, else the community's. */
  language: string
  onClose: () => void
  onDone?: (() => void) | undefined
}

const starts = ['a', 'b', 'c'] as const

/** Words of welcome to rewrite: published under the first post, or copied. */
export function GreetDialog({ slug, community, newcomer, postId, language: theirs, onClose, onDone }: Props) {
  const t = useT()
  const onError = useErrorToast(t)
  const name = firstNameOf(newcomer.displayName)
  const [language, setLanguage] = useState<'fr' | 'en'>(theirs === 'en' ? 'en' : 'fr')
  const [start, setStart] = useState<(typeof starts)[number]>('a')
  const opener = (which: (typeof starts)[number], inLanguage: 'fr' | 'en') =>
    openers[inLanguage][starts.indexOf(which)]!({ newcomer: name, community })
  const [text, setText] = useState(opener('a', language))
  const [idempotencyKey] = useState(newKey)
  const note = () =>
    api('PUT /api/v1/communities/:community/welcome/:memberId', {
      params: { community: slug, memberId: newcomer.id },
      body: {},
    })
  const over = (words: string) => {
    toast(words)
    refreshWorkbench()
    onClose()
    onDone?.()
  }
  const greet = useMutation({
    mutationFn: async () => {
      if (!postId) {
        await navigator.clipboard.writeText(text.trim())
        return note()
      }
      await api('POST /api/v1/posts/:postId/comments', {
        params: { postId },
        body: { bodyMd: text.trim(), isAnswer: false, language },
        idempotencyKey,
      })
      // Somebody who joined long ago, or is a guest of the plot, has no arrival to tick: the words are what counts.
      return note().catch(() => undefined)
    },
    onSuccess: () => over(postId ? t('did.greeted', { name }) : t('did.welcomed', { name })),
    onError,
  })
  return (
    <Sheet
      slug={slug}
      title={t('greet.title', { name })}
      isOpen
      onClose={onClose}
      acts={
        <>
          {postId ? (
            <Button
              onPress={() => {
                void navigator.clipboard.writeText(text.trim()).then(() => toast(t('did.copied')))
              }}
            >
              {t('greet.copy')}
            </Button>
          ) : (
            <Button onPress={onClose}>{t('cancel')}</Button>
          )}
          <Button
            look="primary"
            isDisabled={text.trim() === ''}
            isPending={greet.isPending}
            onPress={() => greet.mutate()}
          >
            {postId ? t('greet.publish') : t('greet.copyDone')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('greet.hint')}</p>
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          <FilterChips
            label={t('greet.start')}
            options={starts.map((id) => ({ id, label: t(`greet.starts.${id}`) }))}
            selected={[start]}
            onSelect={([id]) => {
              const next = starts.find((one) => one === id) ?? start
              setStart(next)
              setText(opener(next, language))
            }}
          />
          <FilterChips
            label={t('greet.language')}
            options={(['fr', 'en'] as const).map((id) => ({ id, label: t(`greet.${id}`) }))}
            selected={[language]}
            onSelect={([id]) => {
              const next = id === 'en' ? 'en' : id === 'fr' ? 'fr' : language
              setLanguage(next)
              setText(opener(start, next))
            }}
          />
        </div>
        <TextArea
          label={t('greet.text')}
          value={text}
          onChange={setText}
          rows={4}
          lang={language}
          maxLength={2000}
        />
      </div>
    </Sheet>
  )
}
