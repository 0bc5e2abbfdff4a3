import { useState } from 'react'
import type { PostDetail } from '#modules/discussions/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast, useErrorWords } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Prose } from '#ui/Prose.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { reloadPost } from '../acts.ts'
import { SendTrouble } from '../composer/Notes.tsx'
import { useSend } from '../composer/use-send.ts'
import { patchCards } from '../queries.ts'
import { useT } from '../t.ts'
import { keepLineBreaks } from '../text/line-breaks.ts'

/** The author says the same in the other language, the original under their eyes. */
export default function TranslateDialog({
  post,
  language,
  onClose,
}: {
  post: PostDetail
  language: 'fr' | 'en'
  onClose: () => void
}) {
  const t = useT()
  const say = useErrorWords(t)
  const onError = useErrorToast(t)
  const now = post.translation?.language === language ? post.translation : undefined
  const [title, setTitle] = useState(now?.title ?? '')
  const [text, setText] = useState(now?.bodyMd ?? '')
  const params = { postId: post.id }
  const sending = useSend(async () => {
    const item = await api('PUT /api/v1/posts/:postId/translation', {
      params,
      body: { language, title: title.trim() || null, bodyMd: keepLineBreaks(text) },
    })
    patchCards(post.id, () => item)
    await reloadPost(post.id)
    return true
  })
  const submit = async () => {
    if (!(await sending.send())) return
    toast(t('translation.saved'))
    onClose()
  }
  const remove = async () => {
    try {
      await api('DELETE /api/v1/posts/:postId/translation/:language', { params: { ...params, language } })
      await reloadPost(post.id)
      toast(t('translation.removed'))
      onClose()
    } catch (error) {
      onError(error)
    }
  }
  return (
    <Dialog
      title={now ? t(`translation.edit.${language}`) : t(`translation.add.${language}`)}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          {now && (
            <Button look="quiet" className="mr-auto" onPress={() => void remove()}>
              {t('translation.remove')}
            </Button>
          )}
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={text.trim() === ''}
            isPending={sending.isSending}
            onPress={() => void submit()}
          >
            {t('translation.save')}
          </Button>
        </>
      }
    >
      <div className="two-texts">
        <section aria-label={t('translation.original')} className="translate-source">
          {post.title && (
            <p className="font-semibold" lang={post.language}>
              {post.title}
            </p>
          )}
          <Prose html={post.bodyHtml ?? ''} language={post.language} />
        </section>
        <div className="grid content-start gap-4" lang={language}>
          {(post.title !== null || now?.title) && (
            <TextField
              label={t('composer.title')}
              optional
              value={title}
              onChange={setTitle}
              maxLength={200}
            />
          )}
          <TextArea
            label={t('translation.text', { language: t(`translation.in.${language}`) })}
            hint={t('translation.hint')}
            value={text}
            onChange={setText}
            rows={8}
          />
        </div>
      </div>
      {sending.error !== undefined && (
        <SendTrouble words={say(sending.error)} onRetry={() => void submit()} />
      )}
    </Dialog>
  )
}
