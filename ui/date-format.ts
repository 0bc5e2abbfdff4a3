/** Whether a month written in letters follows the day at this place: "1 septembre", not "1/09". */
const isBeforeMonth = (parts: readonly Intl.DateTimeFormatPart[], index: number): boolean => {
  const month = parts[index + 2]
  return parts[index + 1]?.type === 'literal' && month?.type === 'month' && /\p{L}/u.test(month.value)
}

/** As `Intl.DateTimeFormat`, which writes "1 septembre" in French where everybody writes "1er septembre". */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat {
  const made = new Intl.DateTimeFormat(language, options)
  if (!language.startsWith('fr')) return made
  const format = (date?: Date | number): string =>
    made
      .formatToParts(date)
      .map((part, index, parts) =>
        part.type === 'day' && part.value === '1' && isBeforeMonth(parts, index) ? '1er' : part.value,
      )
      .join('')
  // Assigned on the object itself: it hides the getter of the prototype and leaves the rest as it is.
  return Object.defineProperty(made, 'format', { value: format })
}
