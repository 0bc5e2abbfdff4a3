import './workbench.css'
import { useQuery } from '@tanstack/react-query'
import { Footprints } from 'lucide-react'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { pathQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** On narrow screens the path stands after the conversations, which are long: a way to it from the header. */
export default function PathButton({ community }: { community: SlotCommunity }) {
  const t = useT()
  const { data } = useQuery(pathQuery(community.slug))
  if (!data || (!data.path && data.accompanied.length === 0)) return null
  const steps = data.path ? Object.values(data.path.steps) : []
  const label = data.path
    ? t('path.way', { done: String(steps.filter(Boolean).length), all: String(steps.length) })
    : t('path.accompanied')
  return (
    <span className="path-way">
      <Button
        look="quiet"
        onPress={() => document.getElementById('my-path')?.scrollIntoView({ block: 'center' })}
      >
        <Footprints aria-hidden />
        {label}
      </Button>
    </span>
  )
}
