import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ThemeDetail } from '#modules/listening/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { boardPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { KindField } from './KindField.tsx'

/** Begins a theme, or words one otherwise. */
export default function ThemeDialog({
  slug,
  theme,
  onClose,
}: {
  slug: string
  theme?: ThemeDetail
  onClose: () => void
}) {
  const t = useT()
  const navigate = useNavigate()
  const [title, setTitle] = useState(theme?.title ?? '')
  const [kind, setKind] = useState(theme?.kind ?? 'need')
  const [description, setDescription] = useState(theme?.description ?? '')
  const body = { title: title.trim(), kind, description: description.trim() }
  const act = useAct(
    (_, idempotencyKey) =>
      theme
        ? api('PATCH /api/v1/listening/themes/:themeId', { params: { themeId: theme.id }, body })
        : api('POST /api/v1/communities/:community/listening/themes', {
            params: { community: slug },
            body,
            idempotencyKey,
          }),
    t(theme ? 'theme.saved' : 'theme.created'),
    (made) => {
      onClose()
      if (!theme) void navigate({ to: boardPath(slug), search: { theme: made.id } as never })
    },
  )
  return (
    <Dialog
      title={t(theme ? 'theme.edit' : 'board.newTheme')}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!title.trim()}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t(theme ? 'theme.save' : 'theme.create')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <TextField
          label={t('theme.title')}
          hint={t('theme.titleHint')}
          value={title}
          onChange={setTitle}
          maxLength={120}
          autoFocus
        />
        <KindField value={kind} onChange={setKind} />
        <TextArea
          label={t('theme.description')}
          hint={t('theme.descriptionHint')}
          value={description}
          onChange={setDescription}
          maxLength={2000}
        />
      </div>
    </Dialog>
  )
}
