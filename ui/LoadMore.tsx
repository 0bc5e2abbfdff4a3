import { useEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import { useUi } from './strings.tsx'

interface Props {
  hasMore: boolean
  isLoading: boolean
  onLoad: () => void
  /** Loads when scrolled into view; a button otherwise. The button is always there for the keyboard. */
  auto?: boolean | undefined
}

/** The end of a list paged by cursor. */
export function LoadMore({ hasMore, isLoading, onLoad, auto = true }: Props) {
  const { strings } = useUi()
  const end = useRef<HTMLDivElement>(null)
  // Outside system: the viewport.
  useEffect(() => {
    const element = end.current
    if (!auto || !hasMore || isLoading || !element) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onLoad()
      },
      { rootMargin: '600px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [auto, hasMore, isLoading, onLoad])
  if (!hasMore) return null
  return (
    <div ref={end} className="grid justify-items-center py-6">
      <Button onPress={onLoad} isPending={isLoading}>
        {strings.loadMore}
      </Button>
    </div>
  )
}
