import type { WorkBlock } from '#modules/newsletters/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useT } from '../t.ts'

/** How a block reads in the workshop: what it quotes, or how it begins. */
export function BlockWords({ block }: { block: WorkBlock }) {
  const t = useT()
  const { language } = useLanguage()
  const words = pickText(block.text ?? {}, language)
  const { quoted } = block
  return (
    <span className="grid min-w-0 gap-0.5">
      <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
        {quoted
          ? `${t(`kindOne.${quoted.kind}`)} · ${pickText(quoted.community.name, language)}`
          : t(`block.${block.kind}`)}
        {block.isOptional && <Tag>{t('part.optional')}</Tag>}
        {block.isPrinted && <Tag>{t('block.printed')}</Tag>}
      </span>
      {block.isClosed && <span className="italic">{t('block.closed')}</span>}
      {block.isGone && <span className="italic">{t('block.gone')}</span>}
      {quoted && (
        <span className="font-semibold" lang={quoted.language}>
          {quoted.title}
        </span>
      )}
      {block.kind === 'picture' && block.pictureId && (
        <img
          className="max-h-24 w-auto rounded-md"
          src={`/api/v1/attachments/${block.pictureId}`}
          alt={pickText(block.alt ?? {}, language)}
        />
      )}
      {words && (
        <span
          className={block.kind === 'heading' ? 'font-title text-lg' : 'line-clamp-3 whitespace-pre-line'}
        >
          {words}
        </span>
      )}
    </span>
  )
}
