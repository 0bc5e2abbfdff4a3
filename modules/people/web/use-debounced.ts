import { useEffect, useState } from 'react'

/** What is typed, at once; and told to `onSettled` when the typing pauses. */
export function useDebounced(
  value: string,
  onSettled: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(value)
  const [last, setLast] = useState(value)
  // The address changed by itself (back button, filters cleared): the field follows.
  if (value !== last) {
    setLast(value)
    if (value !== text.trim()) setText(value)
  }
  // Outside system: the clock.
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => onSettled(text.trim()), 250)
    return () => clearTimeout(timer)
  })
  return [text, setText]
}
