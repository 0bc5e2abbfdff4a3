// What is chosen on this device. `apps/web/public/boot.js` reads the same keys before the first paint.

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]
export const fonts = ['plain', 'legible'] as const
export type FontChoice = (typeof fonts)[number]

/** `offline`: `off` keeps nothing of what is read. `keys`: `off` leaves single keys alone. */
type Key = 'theme' | 'font' | 'language' | 'offline' | 'keys'

/** Storage may be forbidden (private mode, policy): then nothing is kept, and nothing fails. */
export function recall(key: Key): string | null {
  try {
    return localStorage.getItem(`preau.${key}`)
  } catch {
    return null
  }
}
export function remember(key: Key, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`preau.${key}`)
    else localStorage.setItem(`preau.${key}`, value)
  } catch {
    // See recall.
  }
}

export const themeNow = (): Theme => themes.find((theme) => theme === recall('theme')) ?? 'system'
export const fontNow = (): FontChoice => (recall('font') === 'legible' ? 'legible' : 'plain')

export function setTheme(theme: Theme): void {
  remember('theme', theme === 'system' ? null : theme)
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
export function setFont(font: FontChoice): void {
  remember('font', font === 'plain' ? null : font)
  if (font === 'plain') delete document.documentElement.dataset['font']
  else document.documentElement.dataset['font'] = font
}
