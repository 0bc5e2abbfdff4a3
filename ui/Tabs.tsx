import { useEffect, useRef, type ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'

export interface TabItem {
  id: string
  label: ReactNode
  content: ReactNode
}

interface Props {
  /** Accessible name of the row of tabs. */
  label: string
  tabs: readonly TabItem[]
  selected?: string | undefined
  onSelect?: ((id: string) => void) | undefined
}

/** Tabs inside one page. Sections with an address of their own use `NavTabs` instead. */
export function Tabs({ label, tabs, selected, onSelect }: Props) {
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
      keyboardActivation="manual"
    >
      <TabList aria-label={label} className="tabs-list">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

/** A row of links that looks like tabs; children are links with class `tab` and `aria-current` on the active one. */
export function NavTabs({ label, children }: { label: string; children: ReactNode }) {
  const row = useRef<HTMLElement>(null)
  // Outside system: on a narrow screen the row scrolls by itself, and the page one is on may be beyond its edge.
  useEffect(() => {
    const current = row.current?.querySelector('[aria-current=page]')?.getBoundingClientRect()
    const shown = row.current?.getBoundingClientRect()
    if (current && shown && current.right > shown.right)
      row.current?.scrollBy({ left: current.right - shown.right })
  }, [])
  return (
    <nav aria-label={label} className="tabs-list" ref={row}>
      {children}
    </nav>
  )
}
