import '../editorial.css'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Frame } from '#modules/workbench/web/public.ts'
import { Tabs } from '#ui/Tabs.tsx'
import { CalendarPart } from '../components/CalendarPart.tsx'
import { FormatsPart } from '../components/FormatsPart.tsx'
import { VoicesPart } from '../components/VoicesPart.tsx'
import { useT } from '../t.ts'

const parts = ['calendar', 'voices', 'formats'] as const

/** The editorial calendar of one community: when, who, how. */
export function CalendarPage() {
  const t = useT()
  const navigate = useNavigate()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const search: { part?: string } = useSearch({ strict: false })
  const part = parts.find((one) => one === search.part) ?? 'calendar'
  const content = {
    calendar: <CalendarPart slug={slug} />,
    voices: <VoicesPart slug={slug} />,
    formats: <FormatsPart slug={slug} />,
  }
  return (
    <Frame title={t('title')} lead={t('lead')}>
      {() => (
        <Tabs
          label={t('parts')}
          selected={part}
          onSelect={(next) =>
            void navigate({
              to: '.',
              search: (next === 'calendar' ? {} : { part: next }) as never,
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
