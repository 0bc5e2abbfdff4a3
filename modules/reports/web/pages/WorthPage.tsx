import '../components/reports.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Frame } from '#modules/workbench/web/public.ts'
import { Tabs } from '#ui/Tabs.tsx'
import { MaturityPart } from '../components/MaturityPart.tsx'
import { ReturnPart } from '../components/ReturnPart.tsx'
import { StoriesPart } from '../components/StoriesPart.tsx'
import { worthPath } from '../paths.ts'
import { useT } from '../t.ts'

const parts = ['maturity', 'return', 'stories'] as const

/** Where the community stands, what it gives back, and what deserves to be told. */
export function WorthPage() {
  const t = useT()
  const navigate = useNavigate()
  const { part = 'maturity' } = useSearch({ strict: false }) as { part?: string }
  return (
    <Frame title={t('worth.title')} lead={t('worth.lead')}>
      {({ slug }) => {
        const content = {
          maturity: <MaturityPart slug={slug} />,
          return: <ReturnPart slug={slug} />,
          stories: <StoriesPart slug={slug} />,
        }
        return (
          <Tabs
            label={t('worth.parts')}
            selected={parts.includes(part as 'return') ? part : 'maturity'}
            onSelect={(next) =>
              void navigate({
                to: worthPath(slug),
                search: (next === 'maturity' ? {} : { part: next }) as never,
                replace: true,
              })
            }
            tabs={parts.map((id) => ({ id, label: t(`worth.part.${id}`), content: content[id] }))}
          />
        )
      }}
    </Frame>
  )
}
