import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import type { SlotText } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { keepPost, postQuery } from '../queries.ts'
import { allTags, isTag } from '../tag-icons.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** The author says what their own text is, changes it, or takes it back. */
export default function TagDialog({ text, onClose }: { text: SlotText; onClose: () => void }) {
  const t = useT()
  const { data } = useQuery(postQuery(text.postId))
  const current = data?.tags.find(({ commentId }) => commentId === text.commentId)?.tag ?? 'none'
  const [typed, setTyped] = useState<string>()
  const chosen = typed ?? current
  const act = useAct(
    () =>
      api('PUT /api/v1/listening/tags', {
        body: { postId: text.postId, commentId: text.commentId, tag: isTag(chosen) ? chosen : null },
      }),
    t(isTag(chosen) ? 'tag.saved' : 'tag.removed'),
    (now) => {
      keepPost(text.postId, now)
      onClose()
    },
  )
  return (
    <Dialog
      title={t('tag.choose')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isDisabled={!data} isPending={act.isPending} onPress={() => act.run()}>
            {t('theme.save')}
          </Button>
        </>
      }
    >
      <RadioGroup
        cards
        label={t('tag.label')}
        hint={t('tag.why')}
        value={chosen}
        onChange={setTyped}
        options={[...allTags, 'none' as const].map((id) => ({
          id,
          label: t(`tag.${id}`),
          hint: t(`tag.${id}Hint`),
        }))}
      />
    </Dialog>
  )
}
