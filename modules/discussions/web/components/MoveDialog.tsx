import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PostDetail, PostKind } from '#modules/discussions/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { SendTrouble } from '../composer/Notes.tsx'
import { useSend } from '../composer/use-send.ts'
import { reloadPost } from '../acts.ts'
import { postKinds } from '../kinds.ts'
import { keys, writableCommunitiesQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Moves a conversation to another kind or to another community. */
export default function MoveDialog({
  post,
  what,
  onClose,
}: {
  post: PostDetail
  what: 'kind' | 'community'
  onClose: () => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const say = useErrorWords(t)
  const [kind, setKind] = useState<PostKind>(post.kind)
  const [communityId, setCommunityId] = useState<string | null>(null)
  const communities = useQuery({ ...writableCommunitiesQuery, enabled: what === 'community' })
  const isSame = what === 'kind' ? kind === post.kind : communityId === null
  const sending = useSend(async () => {
    const params = { postId: post.id }
    if (what === 'kind') await api('PUT /api/v1/posts/:postId/kind', { params, body: { kind } })
    else
      await api('PUT /api/v1/posts/:postId/community', { params, body: { communityId: communityId ?? '' } })
    await reloadPost(post.id)
    void queryClient.invalidateQueries({ queryKey: keys.feeds })
    return true
  })
  const submit = async () => {
    if (!(await sending.send())) return
    toast(t('move.done'))
    onClose()
  }
  return (
    <Dialog
      title={what === 'kind' ? t('move.kindTitle') : t('move.communityTitle')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={isSame}
            isPending={sending.isSending}
            onPress={() => void submit()}
          >
            {t('move.confirm')}
          </Button>
        </>
      }
    >
      {what === 'kind' ? (
        <RadioGroup
          label={t('composer.kind')}
          value={kind}
          onChange={(id) => setKind(id as PostKind)}
          options={postKinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
        />
      ) : (
        <Select
          label={t('composer.where')}
          hint={t('move.communityHint')}
          placeholder={t('composer.whereEmpty')}
          options={(communities.data ?? [])
            .filter(({ id }) => id !== post.community.id)
            .map(({ id, name }) => ({ id, label: pickText(name, language) }))}
          value={communityId}
          onChange={setCommunityId}
        />
      )}
      {sending.error !== undefined && (
        <SendTrouble words={say(sending.error)} onRetry={() => void submit()} />
      )}
    </Dialog>
  )
}
