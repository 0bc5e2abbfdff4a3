import { Plus, Unlink } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { CommunityLink } from '#modules/communities/web/public.ts'
import type { Programme } from '#modules/programmes/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const CommunityDialog = lazy(() => import('./CommunityDialog.tsx'))

/** The communities that the programme became, or works with. */
export function CommunitiesPart({ programme }: { programme: Programme }) {
  const t = useT()
  const { language } = useLanguage()
  const { isActing, act } = useAct()
  const [isOpen, setOpen] = useState(false)
  const { communities, can } = programme
  return (
    <Section
      title={t('communities.title')}
      aside={
        can.lead && (
          <Button
            look="quiet"
            size="small"
            icon
            aria-label={t('communities.add')}
            onPress={() => setOpen(true)}
          >
            <Plus aria-hidden />
          </Button>
        )
      }
    >
      {communities.length === 0 ? (
        <p className="text-muted">{t(can.lead ? 'communities.emptyLead' : 'communities.empty')}</p>
      ) : (
        <Rows label={t('communities.title')}>
          {communities.map((one) => (
            <li key={one.id} className="flex items-center justify-between gap-3">
              <CommunityLink community={one} />
              {can.lead && (
                <Button
                  look="quiet"
                  size="small"
                  icon
                  isDisabled={isActing}
                  aria-label={t('communities.unlink', { name: pickText(one.name, language) })}
                  onPress={() =>
                    act(async () => {
                      await api('DELETE /api/v1/programmes/:programmeId/communities/:communityId', {
                        params: { programmeId: programme.id, communityId: one.id },
                      })
                      return t('communities.unlinked')
                    })
                  }
                >
                  <Unlink aria-hidden />
                </Button>
              )}
            </li>
          ))}
        </Rows>
      )}
      {isOpen && (
        <Suspense>
          <CommunityDialog programme={programme} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Section>
  )
}
