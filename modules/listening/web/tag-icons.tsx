import { CircleHelp, Lightbulb, PartyPopper, TriangleAlert } from 'lucide-react'
import type { Tag } from '../contract.ts'

export const allTags: readonly Tag[] = ['need', 'irritant', 'idea', 'goodNews']
export const isTag = (text: unknown): text is Tag => allTags.includes(text as Tag)

export function TagIcon({ tag }: { tag: Tag }) {
  const Icon = { need: CircleHelp, irritant: TriangleAlert, idea: Lightbulb, goodNews: PartyPopper }[tag]
  return <Icon aria-hidden />
}
