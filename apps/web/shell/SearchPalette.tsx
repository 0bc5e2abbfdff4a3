import { useNavigate } from '@tanstack/react-router'
import { House, PenLine, Search, Shapes, UserRound, UsersRound } from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Dialog } from '#ui/Dialog.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { paletteResults } from '../slots.tsx'
import { useT } from '../t.ts'

interface Command {
  id: string
  label: string
  icon: ReactNode
  href: string
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** ⌘K: places to go, then what the modules find. Enter searches everywhere. */
export default function SearchPalette({ onClose }: { onClose: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const go = (href: string) => {
    onClose()
    void navigate({ href })
  }
  const commands: Command[] = [
    { id: 'home', label: t('nav.home'), icon: <House aria-hidden />, href: '/' },
    { id: 'communities', label: t('nav.communities'), icon: <Shapes aria-hidden />, href: '/communities' },
    { id: 'write', label: t('nav.write'), icon: <PenLine aria-hidden />, href: '/write' },
    { id: 'people', label: t('nav.people'), icon: <UsersRound aria-hidden />, href: '/people' },
    { id: 'me', label: t('nav.me'), icon: <UserRound aria-hidden />, href: '/me' },
  ].filter((command) => plain(command.label).includes(plain(text.trim())))
  const everywhere = `/search?q=${encodeURIComponent(text.trim())}`
  if (text.trim())
    commands.push({
      id: 'search',
      label: t('palette.searchFor', { text: text.trim() }),
      icon: <Search aria-hidden />,
      href: everywhere,
    })
  return (
    <Dialog title={t('palette.title')} isOpen onClose={onClose}>
      <SearchField
        label={t('palette.placeholder')}
        autoFocus
        value={text}
        onChange={setText}
        onSubmit={() => {
          if (text.trim()) go(everywhere)
        }}
      />
      <Suspense>
        {paletteResults.map((Results, index) => (
          <Results key={index} text={text} onChosen={onClose} />
        ))}
      </Suspense>
      <ListBox
        aria-label={t('palette.goTo')}
        className="list -mx-2"
        items={commands}
        selectionMode="none"
        onAction={(key) => {
          const command = commands.find(({ id }) => id === key)
          if (command) go(command.href)
        }}
      >
        {(command) => (
          <ListBoxItem id={command.id} textValue={command.label} className="item">
            {command.icon}
            <span className="item-text">{command.label}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Dialog>
  )
}
