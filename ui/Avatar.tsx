import { accentOf } from './accents.ts'
import { cx } from './cx.ts'

export interface Face {
  id: string
  name: string
  /** Address of the photo, if there is one. */
  photo?: string | null | undefined
}

interface Props extends Face {
  size?: 's' | 'm' | 'l' | 'xl' | undefined
  /** Communities are square, people round. */
  square?: boolean | undefined
  /** Give when no text beside it says the name. */
  label?: string | undefined
  className?: string | undefined
}

/** First letters of the first and last words: "Léa Marchand" → LM; one word → one letter. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-·]+/u).filter((word) => /^\p{L}|\p{N}/u.test(word))
  const first = words[0]?.[0] ?? '·'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}

/** Photo or initials in a colour that stays the same for the same `id`. */
export function Avatar({ id, name, photo, size = 'm', square, label, className }: Props) {
  return (
    <span
      className={cx('avatar', size !== 'm' && `avatar-${size}`, square && 'avatar-square', className)}
      data-accent={accentOf(id)}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {photo ? <img src={photo} alt="" loading="lazy" decoding="async" /> : initialsOf(name)}
    </span>
  )
}
