import { Avatar, type Face } from './Avatar.tsx'
import { useUi } from './strings.tsx'

interface Props {
  people: readonly Face[]
  /** How many there are in all, when `people` is only the first of them. */
  total?: number | undefined
  max?: number | undefined
  size?: 's' | 'm' | undefined
}

/** A few faces, and how many more. Read as a list of names. */
export function AvatarStack({ people, total = people.length, max = 4, size = 's' }: Props) {
  const { strings, language } = useUi()
  const shown = people.slice(0, max)
  const rest = total - shown.length
  const names = shown.map((person) => person.name)
  const label = new Intl.ListFormat(language).format(rest > 0 ? [...names, strings.more(rest)] : names)
  return (
    <span className="avatars" role="img" aria-label={label}>
      {shown.map((person) => (
        <Avatar key={person.id} {...person} size={size} />
      ))}
      {rest > 0 && <span className="avatars-more">+{rest}</span>}
    </span>
  )
}
