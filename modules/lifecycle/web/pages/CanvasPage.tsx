import '../lifecycle.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage, useFormat } from '#platform/web/i18n.tsx'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { CanvasSheet } from '../components/CanvasSheet.tsx'
import { FarewellView } from '../components/FarewellView.tsx'
import { canvasPath, lifePath } from '../paths.ts'
import { canvasQuery, farewellQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Why the community exists, on one page, for its readers; on top, the closing page once it is announced. */
export function CanvasPage() {
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { version } = useSearch({ strict: false }) as { version?: number }
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { language } = useLanguage()
  const community = useCommunity(slug)
  const canvas = useQuery(canvasQuery(slug, version))
  const isOver = community?.stage === 'closing' || community?.stage === 'archived'
  const farewell = useQuery({ ...farewellQuery(slug), enabled: isOver })
  if (!community) return null
  const name = pickText(community.name, language)
  const { data } = canvas
  return (
    <Page title={`${t('canvas.title')} · ${name}`} place={name}>
      {isOver && farewell.data?.farewell && <FarewellView farewell={farewell.data.farewell} />}
      <Section
        title={t('canvas.title')}
        hint={t('canvas.lead')}
        aside={
          <div className="no-print flex flex-wrap gap-2">
            <Button size="small" onPress={() => window.print()}>
              <Printer aria-hidden />
              {t('canvas.print')}
            </Button>
            {data?.mayWrite && (
              <ButtonLink size="small" to={lifePath(slug, 'canvas')}>
                {t('canvas.edit')}
              </ButtonLink>
            )}
          </div>
        }
      >
        {canvas.error ? (
          <ErrorView error={canvas.error} t={t} onRetry={() => void canvas.refetch()} />
        ) : !data ? (
          <SkeletonRows rows={8} />
        ) : (
          <div className="grid gap-5">
            {version !== undefined && version !== data.versions[0]?.number && (
              <Notice title={t('canvas.oldVersion', { n: version })}>
                <Link to={canvasPath(slug)}>{t('canvas.seeCurrent')}</Link>
              </Notice>
            )}
            <CanvasSheet canvas={data.canvas} slug={slug} />
            {data.versions.length > 1 && (
              <div className="no-print max-w-96">
                <Select
                  label={t('canvas.versions')}
                  value={String(version ?? data.versions[0]?.number)}
                  onChange={(id) =>
                    void navigate({
                      href:
                        Number(id) === data.versions[0]?.number
                          ? canvasPath(slug)
                          : `${canvasPath(slug)}?version=${id}`,
                    })
                  }
                  options={data.versions.map((one) => ({
                    id: String(one.number),
                    label: t('canvas.version', { n: one.number, date: new Date(one.at) }),
                    ...(one.by && { hint: one.by.displayName }),
                  }))}
                />
              </div>
            )}
            {data.canvas.missing.length > 0 && data.mayWrite && (
              <p className="no-print text-sm text-muted">
                {t('canvas.missing', {
                  fields: format.list(
                    data.canvas.missing.map((field) => t(`canvas.fields.${field}`).toLowerCase()),
                  ),
                })}
              </p>
            )}
          </div>
        )}
      </Section>
    </Page>
  )
}
