import { useSyncExternalStore } from 'react'
import { dateFormat } from './date-format.ts'
import { useUi } from './strings.tsx'

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
]

/** "3 hours ago" up to a week, then the date (with the year when it is another one). */
export function relativeTime(at: Date, now: Date, language: string): string {
  const seconds = (at.getTime() - now.getTime()) / 1000
  const size = Math.abs(seconds)
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (size < 45) return format.format(0, 'second')
  if (size < 7 * 86_400) {
    const [unit, length] = steps.findLast(([, length]) => size >= length * 0.9) ?? ['minute', 60]
    return format.format(Math.round(seconds / length), unit)
  }
  const sameYear = at.getFullYear() === now.getFullYear()
  return dateFormat(language, {
    day: 'numeric',
    month: 'long',
    ...(!sameYear && { year: 'numeric' }),
  }).format(at)
}

// One clock for all: twice a minute, and only while something shows a time.
let now = new Date()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
function subscribe(listener: () => void) {
  listeners.add(listener)
  if (timer === undefined) now = new Date()
  timer ??= setInterval(() => {
    now = new Date()
    for (const each of listeners) each()
  }, 30_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** A living relative time; the absolute one on hover. `at` is an ISO instant. */
export function Time({ at, className }: { at: string; className?: string | undefined }) {
  const { language } = useUi()
  const clock = useSyncExternalStore(subscribe, () => now)
  const date = new Date(at)
  const full = dateFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(date)
  return (
    <time className={className ?? 'time'} dateTime={at} title={full}>
      {relativeTime(date, date > clock ? date : clock, language)}
    </time>
  )
}
