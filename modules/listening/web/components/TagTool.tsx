import { Tag as TagMark } from 'lucide-react'
import { useMember } from '#platform/web/session.ts'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import { choosePendingTag, usePendingTag } from '../pending-tag.ts'
import { allTags, isTag, TagIcon } from '../tag-icons.tsx'
import { useT } from '../t.ts'

/** At the foot of the composer: a need, an irritant, an idea, good news. */
export default function TagTool() {
  const t = useT()
  const { id } = useMember()
  const chosen = usePendingTag()
  return (
    <Menu
      label={t('tag.label')}
      trigger={
        <Button
          look="quiet"
          icon
          data-chosen={chosen !== undefined || undefined}
          aria-label={chosen ? t('tag.chosen', { tag: t(`tag.${chosen}`) }) : t('tag.choose')}
        >
          {chosen ? <TagIcon tag={chosen} /> : <TagMark aria-hidden />}
        </Button>
      }
      groups={[
        {
          id: 'tag',
          title: t('tag.label'),
          selected: chosen ?? 'none',
          options: [
            ...allTags.map((tag) => ({ id: tag, label: t(`tag.${tag}`), icon: <TagIcon tag={tag} /> })),
            { id: 'none', label: t('tag.none') },
          ],
          onSelect: (next) => choosePendingTag(isTag(next) ? next : undefined, id),
        },
      ]}
    />
  )
}
