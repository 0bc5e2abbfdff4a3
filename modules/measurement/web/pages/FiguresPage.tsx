import { useParams } from '@tanstack/react-router'
import { Page } from '#platform/web/Page.tsx'
import { FigureBoard } from '../components/FigureBoard.tsx'
import { useT } from '../t.ts'

/** The same figures as the manager's, below the community's header. */
export function FiguresPage() {
  const t = useT()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  return (
    <Page title={t('board.title')}>
      <FigureBoard slug={slug} />
    </Page>
  )
}
