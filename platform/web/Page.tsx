import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useSession } from './session.ts'

interface ShellValue {
  rail: HTMLElement | null
  setRail: (element: HTMLElement | null) => void
  place: string
  setPlace: (place: string) => void
}
const ShellContext = createContext<ShellValue>({
  rail: null,
  setRail: () => {},
  place: '',
  setPlace: () => {},
})
export const useShell = (): ShellValue => useContext(ShellContext)

export function ShellProvider({ children }: { children: ReactNode }) {
  const [rail, setRail] = useState<HTMLElement | null>(null)
  const [place, setPlace] = useState('')
  return <ShellContext value={{ rail, setRail, place, setPlace }}>{children}</ShellContext>
}

interface PageProps {
  /** Title of the window, and of the phone's top bar unless `place` is given. */
  title: string
  /** e.g. the community's name. */
  place?: string | undefined
  children: ReactNode
}

/** Wraps every page: window title and the place shown in the top bar. The h1 is the page's own (PageHeader). */
export function Page({ title, place = title, children }: PageProps) {
  const { setPlace } = useShell()
  const { organisation } = useSession()
  // Outside system: the top bar, which lives in the layout above.
  useEffect(() => setPlace(place), [place, setPlace])
  return (
    <>
      <title>{[title, organisation || 'Préau'].filter(Boolean).join(' · ')}</title>
      {children}
    </>
  )
}

/** What stands in the right rail on a desktop, and after the page on a phone. */
export function RightRail({ children }: { children: ReactNode }) {
  const { rail } = useShell()
  return rail ? createPortal(children, rail) : null
}
