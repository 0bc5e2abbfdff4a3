import type { WorkBlock } from '#modules/newsletters/contract.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'

interface Props {
  block: WorkBlock
  languages: readonly ('fr' | 'en')[]
  onChange: (block: Partial<WorkBlock>) => void
  onClose: () => void
}

/** The words of a block, in each language of the newsletter. Kept while they are written. */
export function BlockDialog({ block, languages, onChange, onClose }: Props) {
  const t = useT()
  const label = {
    item: t('block.lead'),
    text: t('block.words'),
    heading: t('block.heading'),
    picture: t('block.caption'),
    local: '',
  }[block.kind]
  const isLong = block.kind === 'text'
  const named = (what: string, language: 'fr' | 'en') =>
    languages.length > 1
      ? t('block.in', { label: what, language: t(language === 'fr' ? 'form.fr' : 'form.en') })
      : what
  return (
    <Dialog
      title={block.quoted?.title ?? t(`block.${block.kind}`)}
      isOpen
      onClose={onClose}
      wide={isLong}
      acts={
        <Button look="primary" onPress={onClose}>
          {t('block.done')}
        </Button>
      }
    >
      <div className="grid gap-4">
        {block.kind === 'picture' &&
          languages.map((language) => (
            <TextField
              key={language}
              label={named(t('block.alt'), language)}
              hint={t('block.altHint')}
              value={block.alt?.[language] ?? ''}
              onChange={(value) => onChange({ alt: { ...block.alt, [language]: value } })}
              maxLength={300}
            />
          ))}
        {languages.map((language) =>
          isLong ? (
            <TextArea
              key={language}
              label={named(label, language)}
              rows={6}
              value={block.text?.[language] ?? ''}
              onChange={(value) => onChange({ text: { ...block.text, [language]: value } })}
              maxLength={10_000}
            />
          ) : (
            <TextField
              key={language}
              label={named(label, language)}
              value={block.text?.[language] ?? ''}
              onChange={(value) => onChange({ text: { ...block.text, [language]: value } })}
              maxLength={500}
              optional={block.kind !== 'heading'}
            />
          ),
        )}
      </div>
    </Dialog>
  )
}
