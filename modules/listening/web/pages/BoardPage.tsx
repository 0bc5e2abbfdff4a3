import '../components/listening.css'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Frame } from '#modules/workbench/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Button } from '#ui/Button.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Board } from '../components/Board.tsx'
import { TextsPart } from '../components/TextsPart.tsx'
import { ThemeView } from '../components/ThemeView.tsx'
import { heardPath } from '../paths.ts'
import { boardQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'

const ThemeDialog = lazy(() => import('../components/ThemeDialog.tsx'))

/** The listening board; `theme` opens one theme, `part=texts` the texts that wait for one. */
export function BoardPage() {
  const t = useT()
  const { theme, part } = useSearch({ strict: false }) as { theme?: string; part?: string }
  const [isBeginning, setBeginning] = useState(false)
  if (theme)
    return (
      <Frame needs="moderate" title={t('board.title')}>
        {({ slug }) => <ThemeView slug={slug} themeId={theme} />}
      </Frame>
    )
  return (
    <Frame needs="moderate" title={t('board.title')} lead={t('board.lead')}>
      {({ slug, id, can }) => (
        <div className="grid gap-5">
          <p className="flex flex-wrap gap-2">
            {can.manage && (
              <Button look="primary" onPress={() => setBeginning(true)}>
                {t('board.newTheme')}
              </Button>
            )}
            <ButtonLink to={heardPath(slug)} look="quiet">
              {t('board.members')}
            </ButtonLink>
          </p>
          {part === 'texts' && can.manage ? (
            <TextsPart slug={slug} />
          ) : (
            <Whole slug={slug} communityId={id} />
          )}
          <Suspense>
            {isBeginning && <ThemeDialog slug={slug} onClose={() => setBeginning(false)} />}
          </Suspense>
        </div>
      )}
    </Frame>
  )
}

function Whole({ slug, communityId }: { slug: string; communityId: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(boardQuery(slug))
  useInvalidateOn(`community:${communityId}`, keys.board(slug))
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={5} />
  return <Board slug={slug} board={data} />
}
