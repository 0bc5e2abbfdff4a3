import { Ellipsis, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { AdministeredCommunity } from '#modules/communities/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { pickLanguage, pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Menu, type MenuAct } from '#ui/Menu.tsx'
import { Tag } from '#ui/Tag.tsx'
import { communityPath } from '../paths.ts'
import { useT } from '../t.ts'
import { AdministerDialog, type AdministerAct } from './AdministerDialogs.tsx'

/** One community as an administrator knows it: where it stands, who manages it, and what may be done. */
export function AdministeredRow({ community }: { community: AdministeredCommunity }) {
  const t = useT()
  const { language } = useLanguage()
  const [asked, setAsked] = useState<AdministerAct>()
  // The end of the identifier is the part that differs; support and the log use the whole one.
  const name = community.name
    ? pickText(community.name, language)
    : t('admin.secret', { id: community.id.slice(-8) })
  const isArchived = community.stage === 'archived'
  const managers = community.managers.filter((card) => !card.isFormer)
  const acts: MenuAct[] = isArchived
    ? [{ id: 'reopen', label: t('admin.reopen'), onAction: () => setAsked('reopen') }]
    : [
        { id: 'assign', label: t('admin.assign'), onAction: () => setAsked('assign') },
        { id: 'archive', label: t('admin.archive'), danger: true, onAction: () => setAsked('archive') },
      ]
  return (
    <li className="flex items-start gap-3">
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {community.slug && community.name ? (
            <Link
              to={communityPath(community.slug)}
              className="font-semibold"
              lang={pickLanguage(community.name, language)}
              dir="auto"
            >
              {name}
            </Link>
          ) : (
            <span className="font-semibold" title={community.id}>
              {name}
            </span>
          )}
          {community.kind && <Tag>{t(`kinds.${community.kind}.name`)}</Tag>}
          <Tag>{t(`visibility.${community.visibility}`)}</Tag>
          <Tag>{t(`stages.${community.stage}`)}</Tag>
        </p>
        <p className="text-sm text-muted">
          {[
            community.memberCount !== null && t('list.members', { n: community.memberCount }),
            managers.length > 0 && t('admin.managers', { n: managers.length }),
            t('admin.created', { date: new Date(community.createdAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {managers.length > 0 && (
          <p className="flex flex-wrap gap-x-3 text-sm">
            {managers.map((card) => (
              <MemberLink key={card.id} member={card} />
            ))}
          </p>
        )}
        {managers.length === 0 && !isArchived && (
          <div className="grid justify-items-start gap-1">
            <Tag tone="warn" icon={<TriangleAlert aria-hidden />}>
              {t('admin.nobody')}
            </Tag>
            <p className="text-sm text-muted">{t('admin.nobodyHint')}</p>
          </div>
        )}
      </div>
      <Menu
        label={t('admin.acts', { name })}
        trigger={
          <Button look="quiet" icon aria-label={t('admin.acts', { name })}>
            <Ellipsis aria-hidden />
          </Button>
        }
        groups={[acts]}
      />
      {asked && (
        <AdministerDialog act={asked} community={community} name={name} onClose={() => setAsked(undefined)} />
      )}
    </li>
  )
}
