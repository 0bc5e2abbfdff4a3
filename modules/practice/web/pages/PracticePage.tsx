import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Frame } from '#modules/workbench/web/public.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { CopiesPart } from '../components/CopiesPart.tsx'
import { LeavePart } from '../components/LeavePart.tsx'
import { SheetPart } from '../components/SheetPart.tsx'
import { networkPath } from '../paths.ts'
import { useT } from '../t.ts'

const parts = ['sheet', 'leave', 'copies'] as const

/** A manager's own place in one community: time, holding back, leave, copied texts. */
export function PracticePage() {
  const t = useT()
  const navigate = useNavigate()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const search: { part?: string } = useSearch({ strict: false })
  const part = parts.find((one) => one === search.part) ?? 'sheet'
  const content = {
    sheet: <SheetPart slug={slug} />,
    leave: <LeavePart slug={slug} />,
    copies: <CopiesPart slug={slug} />,
  }
  return (
    <Frame
      title={t('title')}
      lead={t('lead')}
      acts={
        <ButtonLink to={networkPath('portfolio')} size="small">
          {t('network')}
        </ButtonLink>
      }
    >
      {() => (
        <Tabs
          label={t('parts')}
          selected={part}
          onSelect={(next) =>
            void navigate({
              to: '.',
              search: (next === 'sheet' ? {} : { part: next }) as never,
              resetScroll: false,
            })
          }
          tabs={parts.map((id) => ({
            id,
            label: t(`part.${id}`),
            content: id === part ? content[id] : null,
          }))}
        />
      )}
    </Frame>
  )
}
