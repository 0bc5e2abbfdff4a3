import { useState } from 'react'
import type { TemplateCard, TemplateCopy, TemplateKind } from '#modules/practice/contract.ts'
import { templateKinds } from '#modules/practice/words.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

interface Props {
  /** A new version of my own template. */
  template?: TemplateCard
  /** A copy of my community to adapt. */
  copy?: TemplateCopy
  slug?: string
  /** A copy that becomes a template of mine, with its credit. */
  from?: TemplateCopy
  onClose: () => void
}

/** Writes a template, a new version of one, or adapts a copy. */
export default function TemplateDialog({ template, copy, slug = '', from, onClose }: Props) {
  const t = useT()
  const { language: mine } = useLanguage()
  const before = template ?? copy ?? from
  const [kind, setKind] = useState<TemplateKind>(before?.kind ?? 'welcome')
  const [title, setTitle] = useState(before?.title ?? '')
  const [body, setBody] = useState(before?.body ?? '')
  const [language, setLanguage] = useState<'fr' | 'en'>(mine)
  const [whatChanged, setChanged] = useState('')
  const isNew = !template && !copy
  const save = useAct(
    async (): Promise<unknown> =>
      template
        ? api('PUT /api/v1/managers/templates/:templateId', {
            params: { templateId: template.id },
            body: { title, body, whatChanged: whatChanged || null },
          })
        : copy
          ? api('PUT /api/v1/communities/:community/template-copies/:copyId', {
              params: { community: slug, copyId: copy.id },
              body: { title, body },
            })
          : api('POST /api/v1/managers/templates', {
              body: { kind, title, body, language, ...(from && { copyId: from.id }) },
            }),
    t(template ? 'templates.revised' : copy ? 'saved' : 'templates.published'),
    onClose,
  )
  return (
    <Dialog
      title={t(template ? 'templates.revise' : copy ? 'templates.adapt' : 'templates.publishTitle')}
      isOpen
      onClose={onClose}
      wide
      acts={
        <Button
          look="primary"
          isPending={save.isPending}
          isDisabled={title.trim() === '' || body.trim() === ''}
          onPress={() => save.run(undefined)}
        >
          {t(isNew ? 'templates.publish' : 'save')}
        </Button>
      }
    >
      <div className="grid gap-4">
        {isNew && !from && (
          <Select
            label={t('templates.kind.label')}
            value={kind}
            onChange={(id) => setKind(id as TemplateKind)}
            options={templateKinds.map((id) => ({ id, label: t(`templates.kind.${id}`) }))}
          />
        )}
        <TextField label={t('templates.name')} value={title} onChange={setTitle} maxLength={120} autoFocus />
        <TextArea
          label={t('templates.body')}
          hint={isNew ? t('templates.bodyHint') : undefined}
          value={body}
          onChange={setBody}
          maxLength={8000}
          rows={8}
        />
        {isNew && (
          <Select
            label={t('templates.language')}
            value={language}
            onChange={(id) => setLanguage(id as 'fr' | 'en')}
            options={(['fr', 'en'] as const).map((id) => ({ id, label: t(`templates.languages.${id}`) }))}
          />
        )}
        {template && (
          <TextField
            label={t('templates.whatChanged')}
            optional
            value={whatChanged}
            onChange={setChanged}
            maxLength={300}
          />
        )}
      </div>
    </Dialog>
  )
}
