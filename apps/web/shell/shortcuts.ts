/** Single keys of the product: what they do is said in the sheet that `?` opens. */
export const places = {
  h: '/',
  c: '/communities',
  p: '/pages',
  a: '/agenda',
  n: '/notifications',
  d: '/people',
  m: '/me',
} as const
export type PlaceKey = keyof typeof places

export interface ShortcutActs {
  go: (href: string) => void
  search: () => void
  help: () => void
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
/** While a menu, a sheet or a list is open, keys are theirs. */
const isElsewhere = (target: EventTarget | null): boolean =>
  document.querySelector('.scrim') !== null ||
  (target instanceof Element && target.closest('[role=menu],[role=listbox],[role=dialog]') !== null)

/** Rows that `j` and `k` walk through: cards of a feed, comments, entries of a list. */
const rows = '.post-cover, article.comment, [data-row] a'
/** After `g`, the place may take its time. */
const patience = 1500

/**
 * Listens to single keys until the returned function is called. Nothing is taken while someone types, with a
 * modifier, or from whoever has switched single keys off (WCAG 2.1.4).
 */
export function listenToKeys(acts: ShortcutActs, isOn: () => boolean): () => void {
  let goes: number | undefined
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return
    if (!isOn() || isTyping(event.target) || isElsewhere(event.target)) return
    const { key } = event
    if (goes !== undefined && event.timeStamp - goes < patience) {
      goes = undefined
      if (key in places) {
        event.preventDefault()
        acts.go(places[key as PlaceKey])
      }
      return
    }
    goes = undefined
    const act: Record<string, () => void> = {
      g: () => (goes = event.timeStamp),
      '/': acts.search,
      '?': acts.help,
      w: () => acts.go('/write'),
      j: () => walk(1),
      k: () => walk(-1),
      r: reply,
    }
    if (!act[key]) return
    event.preventDefault()
    act[key]()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}

function walk(step: 1 | -1) {
  const list = [...document.querySelectorAll<HTMLElement>(rows)].filter((row) => row.offsetParent !== null)
  const now = list.findIndex((row) => row === document.activeElement || row.contains(document.activeElement))
  const next = now < 0 ? (step > 0 ? 0 : list.length - 1) : now + step
  const row = list[Math.max(0, Math.min(list.length - 1, next))]
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}

function reply() {
  const boxes = document.querySelectorAll<HTMLElement>('main form.writing-frame textarea')
  const box = boxes[boxes.length - 1]
  box?.focus()
  box?.scrollIntoView({ block: 'center' })
}
