import { useNavigate } from '@tanstack/react-router'
import type { IssueWork, PartView, WorkBlock } from '#modules/newsletters/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { Tag } from '#ui/Tag.tsx'
import { editPath } from '../paths.ts'
import { useT } from '../t.ts'
import { BlockWords } from './BlockWords.tsx'
import { PartEditor } from './PartEditor.tsx'

/** The common part, or a local edition over it. */
export function ComposeStep({ work, part: asked }: { work: IssueWork; part: string | undefined }) {
  const t = useT()
  const navigate = useNavigate()
  const own = work.parts.find((one) => one.key === asked)
  const first = work.can.lead ? work.parts[0] : (work.parts[1] ?? work.parts[0])
  const part = own ?? first!
  return (
    <div className="grid gap-5">
      {work.parts.length > 1 && (
        <Select
          label={t('part.label')}
          value={part.key}
          onChange={(key) =>
            void navigate({
              to: editPath(work.id),
              search: { part: key, step: 'compose' } as never,
              replace: true,
            })
          }
          options={work.parts.map((one) => ({ id: one.key, label: one.name ?? t('part.national') }))}
        />
      )}
      {part.key === 'national' ? (
        <PartEditor key={`${part.key} ${part.version}`} work={work} part={part} />
      ) : (
        <LocalPart key={`${part.key} ${part.version}`} work={work} part={part} />
      )}
    </div>
  )
}

function LocalPart({ work, part }: { work: IssueWork; part: PartView }) {
  const t = useT()
  const common = work.parts[0]!
  return (
    <PartEditor
      work={work}
      part={part}
      before={({ leftOut, onLeaveOut }) => (
        <Section title={t('part.inherited')} level={3}>
          {part.hasNews && <Notice tone="warn">{t('part.news')}</Notice>}
          <ul className="grid gap-2 pt-2">
            {common.blocks.map((block) => (
              <Inherited
                key={block.id}
                block={block}
                isLeftOut={leftOut.includes(block.id)}
                onLeaveOut={part.mayEdit ? (leaves) => onLeaveOut(block.id, leaves) : undefined}
              />
            ))}
          </ul>
        </Section>
      )}
    />
  )
}

function Inherited({
  block,
  isLeftOut,
  onLeaveOut,
}: {
  block: WorkBlock
  isLeftOut: boolean
  onLeaveOut: ((leaves: boolean) => void) | undefined
}) {
  const t = useT()
  const { language } = useLanguage()
  if (block.kind === 'local')
    return (
      <li>
        <Tag tone="accent">{t('part.yours')}</Tag>
      </li>
    )
  return (
    <li className="grid gap-1 border-s-2 border-line ps-3">
      <BlockWords block={block} />
      {block.isOptional && onLeaveOut && (
        <Checkbox isSelected={isLeftOut} onChange={onLeaveOut}>
          {t('part.leaveOut')}
          <span className="sr-only"> {block.quoted?.title ?? pickText(block.text ?? {}, language)}</span>
        </Checkbox>
      )}
    </li>
  )
}
