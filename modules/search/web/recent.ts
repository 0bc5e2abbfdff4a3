interface Opened {
  href: string
  label: string
}

/** What was opened from the palette since the page was loaded: in memory alone, so that signing out forgets it. */
let opened: readonly Opened[] = []

export const recent = (): readonly Opened[] => opened
export function remember(one: Opened): void {
  opened = [one, ...opened.filter(({ href }) => href !== one.href)].slice(0, 5)
}
