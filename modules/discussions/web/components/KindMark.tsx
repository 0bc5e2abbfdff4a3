import './discussions.css'
import {
  BookOpenText,
  CircleQuestionMark,
  HandHeart,
  Lightbulb,
  Megaphone,
  MessageCircle,
  Wrench,
  type LucideIcon,
} from 'lucide-react'
import type { PostKind } from '#modules/discussions/contract.ts'
import { useT } from '../t.ts'

const icons: Record<PostKind, LucideIcon> = {
  discussion: MessageCircle,
  question: CircleQuestionMark,
  idea: Lightbulb,
  praise: HandHeart,
  news: Megaphone,
  story: BookOpenText,
  practice: Wrench,
}

export function KindIcon({ kind }: { kind: PostKind }) {
  const Icon = icons[kind]
  return <Icon aria-hidden />
}

/** What a post is, in one word with its drawing. A plain discussion needs no mark. */
export function KindMark({ kind }: { kind: PostKind }) {
  const t = useT()
  if (kind === 'discussion') return null
  return (
    <span className="kind-mark">
      <KindIcon kind={kind} />
      {t(`kind.${kind}`)}
    </span>
  )
}
