import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PostDetail } from '#modules/discussions/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api, newKey } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { reloadPost } from '../acts.ts'
import { SendTrouble } from '../composer/Notes.tsx'
import { useSend } from '../composer/use-send.ts'
import { postPath } from '../paths.ts'
import { keys, writableCommunitiesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { languageOf } from '../text/kind-proposal.ts'

/** Brings a conversation into another community, with a few words on why. */
export default function ShareDialog({ post, onClose }: { post: PostDetail; onClose: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const say = useErrorWords(t)
  const [communityId, setCommunityId] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const [key] = useState(newKey)
  const communities = useQuery(writableCommunitiesQuery)
  const sending = useSend(() =>
    api('POST /api/v1/posts/:postId/shares', {
      params: { postId: post.id },
      body: { communityId: communityId ?? '', bodyMd: why.trim(), language: languageOf(why, language) },
      idempotencyKey: `${key}-${communityId}-${why.length}`.slice(0, 100),
    }),
  )
  const submit = async () => {
    const item = await sending.send()
    if (!item) return
    void reloadPost(post.id)
    void queryClient.invalidateQueries({ queryKey: keys.feeds })
    toast(t('share.done', { name: pickText(item.community.name, language) }), {
      action: { label: t('post.see'), run: () => void navigate({ href: postPath(item.card.id) }) },
    })
    onClose()
  }
  return (
    <Dialog
      title={t('share.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={communityId === null || why.trim() === ''}
            isPending={sending.isSending}
            onPress={() => void submit()}
          >
            {t('share.confirm')}
          </Button>
        </>
      }
    >
      <Select
        label={t('share.where')}
        placeholder={t('composer.whereEmpty')}
        options={(communities.data ?? [])
          .filter(({ id }) => id !== post.community.id)
          .map(({ id, name }) => ({ id, label: pickText(name, language) }))}
        value={communityId}
        onChange={setCommunityId}
      />
      <TextArea
        label={t('share.why')}
        hint={t('share.whyHint')}
        value={why}
        onChange={setWhy}
        maxLength={5000}
      />
      <p className="text-sm text-muted">{t('share.hint')}</p>
      {sending.error !== undefined && (
        <SendTrouble words={say(sending.error)} onRetry={() => void submit()} />
      )}
    </Dialog>
  )
}
