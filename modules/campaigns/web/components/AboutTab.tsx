import type { Campaign } from '#modules/campaigns/contract.ts'
import { CommunityLink } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { useDays } from '../use-days.ts'

/** How to take part, the calendar, and the communities. */
export function AboutTab({ campaign }: { campaign: Campaign }) {
  const t = useT()
  const day = useDays()
  const { language } = useLanguage()
  const tag = `#${campaign.tag}`
  const join = useAct(
    (community: string) =>
      api('PUT /api/v1/campaigns/:campaign/communities/:community', {
        params: { campaign: campaign.id, community },
      }),
    t('page.joined'),
  )
  const leave = useAct(
    (community: string) =>
      api('DELETE /api/v1/campaigns/:campaign/communities/:community', {
        params: { campaign: campaign.id, community },
      }),
    t('page.left'),
  )
  const isOpen = campaign.closedAt === null
  return (
    <>
      <Section level={3} title={t('page.howTo')}>
        <div className="grid max-w-[38rem] gap-2">
          {campaign.howTo && (
            <p className="whitespace-pre-line" lang={campaign.language}>
              {campaign.howTo}
            </p>
          )}
          {isOpen && <p>{t('page.howToTag', { tag })}</p>}
          <p className="text-muted">{t('page.howToFree')}</p>
        </div>
      </Section>
      <Section level={3} title={t('page.calendar')}>
        <Rows label={t('page.calendar')}>
          {campaign.moments.map((moment, index) => {
            const says =
              moment.what === 'closes' || moment.what === 'gathering'
                ? t(`page.${moment.what}`, { title: moment.title })
                : t(`page.${moment.what}`)
            return (
              <li key={index} className="flex flex-wrap gap-x-4">
                <time dateTime={moment.on} className="min-w-36 text-muted">
                  {day(moment.on)}
                </time>
                {moment.path ? <Link to={moment.path}>{says}</Link> : <span>{says}</span>}
              </li>
            )
          })}
        </Rows>
      </Section>
      <Section level={3} title={t('page.communities')}>
        <Rows label={t('page.communities')}>
          {campaign.communities.map(({ community, isIn }) => (
            <li key={community.id} className="flex flex-wrap items-center gap-x-3">
              <CommunityLink community={community} mark />
              {!isIn && <Tag tone="warn">{t('page.asked')}</Tag>}
              {isOpen && campaign.can.lead && !campaign.isScoped && (
                <Button
                  size="small"
                  look="quiet"
                  isPending={leave.isPending}
                  onPress={() => leave.run(community.id)}
                >
                  {t('page.leave', { name: pickText(community.name, language) })}
                </Button>
              )}
            </li>
          ))}
        </Rows>
        {isOpen && campaign.joinable.length > 0 && (
          <div className="flex flex-wrap gap-2 pt-3">
            {campaign.joinable.map((community) => (
              <Button
                key={community.id}
                size="small"
                isPending={join.isPending}
                onPress={() => join.run(community.id)}
              >
                {t('page.joinAs', { name: pickText(community.name, language) })}
              </Button>
            ))}
          </div>
        )}
      </Section>
    </>
  )
}
