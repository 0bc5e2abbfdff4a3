/** Moves the focus to what was just added, as soon as it stands on the page (at most about two seconds). */
export function focusWhenThere(selector: string, framesLeft = 120): void {
  const element = document.querySelector<HTMLElement>(selector)
  if (element) element.focus()
  else if (framesLeft > 0) requestAnimationFrame(() => focusWhenThere(selector, framesLeft - 1))
}
