import { useNavigate } from '@tanstack/react-router'
import {
  Bell,
  BookOpen,
  BookPlus,
  Bookmark,
  CalendarDays,
  CalendarPlus,
  Eye,
  Flag,
  House,
  Keyboard,
  LogOut,
  PenLine,
  Search,
  Shapes,
  SunMoon,
  UserRound,
  UsersRound,
  Wrench,
} from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { CommunityMark, useMyCommunities } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { themes } from '#platform/web/preferences.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { paletteResults } from '../slots.tsx'
import { useT } from '../t.ts'
import { useDisplay } from './display.ts'
import { signOut } from './sign-out.ts'

interface Command {
  id: string
  label: string
  icon: ReactNode
  href?: string
  run?: () => void
}
interface Props {
  onClose: () => void
  onHelp: () => void
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** ⌘K: what the modules find, places to go, communities, and things to do. Enter searches everywhere. */
export default function SearchPalette({ onClose, onHelp }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const groups = useCommands(onHelp)
  const wanted = plain(text.trim())
  const words = wanted.split(/\s+/)
  const isWanted = ({ label }: Command) => words.every((word) => plain(label).includes(word))
  const everywhere = `/search?q=${encodeURIComponent(text.trim())}`
  const shown = groups
    .map(({ title, commands, onDemand }) => ({
      title,
      commands: wanted === '' && onDemand ? [] : commands.filter(isWanted).slice(0, 8),
    }))
    .filter(({ commands }) => commands.length > 0)
  if (wanted)
    shown.push({
      title: t('palette.title'),
      commands: [
        {
          id: 'search',
          label: t('palette.searchFor', { text: text.trim() }),
          icon: <Search aria-hidden />,
          href: everywhere,
        },
      ],
    })
  const choose = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.run?.()
    if (command.href) void navigate({ href: command.href })
  }
  return (
    <Dialog title={t('palette.title')} isOpen onClose={onClose}>
      <SearchField
        label={t('palette.placeholder')}
        autoFocus
        value={text}
        onChange={setText}
        onSubmit={() => {
          if (!wanted) return
          onClose()
          void navigate({ href: everywhere })
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
        selectionMode="none"
        onAction={(key) => choose(shown.flatMap(({ commands }) => commands).find(({ id }) => id === key))}
      >
        {shown.map(({ title, commands }) => (
          <ListBoxSection key={title} id={title}>
            <Header className="list-title">{title}</Header>
            {commands.map((command) => (
              <ListBoxItem key={command.id} id={command.id} textValue={command.label} className="item">
                {command.icon}
                <span className="item-text">{command.label}</span>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </Dialog>
  )
}

/** Everything that can be done from anywhere. `onDemand`: only once something is typed. */
function useCommands(onHelp: () => void): { title: string; commands: Command[]; onDemand?: boolean }[] {
  const t = useT()
  const { language, setLanguage } = useLanguage()
  const { setTheme } = useDisplay()
  const mine = useMyCommunities()
  return [
    {
      title: t('palette.goTo'),
      commands: [
        { id: 'home', label: t('nav.home'), icon: <House aria-hidden />, href: '/' },
        {
          id: 'communities',
          label: t('nav.communities'),
          icon: <Shapes aria-hidden />,
          href: '/communities',
        },
        { id: 'pages', label: t('nav.pages'), icon: <BookOpen aria-hidden />, href: '/pages' },
        { id: 'programmes', label: t('nav.programmes'), icon: <Flag aria-hidden />, href: '/programmes' },
        { id: 'agenda', label: t('nav.agenda'), icon: <CalendarDays aria-hidden />, href: '/agenda' },
        { id: 'people', label: t('nav.people'), icon: <UsersRound aria-hidden />, href: '/people' },
        {
          id: 'notifications',
          label: t('nav.notifications'),
          icon: <Bell aria-hidden />,
          href: '/notifications',
        },
        { id: 'me', label: t('nav.me'), icon: <UserRound aria-hidden />, href: '/me' },
      ],
    },
    {
      title: t('palette.communities'),
      onDemand: true,
      commands: mine.flatMap((community) => {
        const name = pickText(community.name, language)
        const icon = <CommunityMark community={community} size="s" />
        return [
          { id: community.id, label: name, icon, href: `/communities/${community.slug}` },
          ...(community.roles.includes('manager')
            ? [
                {
                  id: `workbench:${community.id}`,
                  label: t('palette.workbench', { name }),
                  icon: <Wrench aria-hidden />,
                  href: `/communities/${community.slug}/workbench`,
                },
              ]
            : []),
        ]
      }),
    },
    {
      title: t('palette.actions'),
      commands: [
        { id: 'write', label: t('nav.write'), icon: <PenLine aria-hidden />, href: '/write' },
        { id: 'newPage', label: t('palette.newPage'), icon: <BookPlus aria-hidden />, href: '/pages/new' },
        {
          id: 'newGathering',
          label: t('palette.newGathering'),
          icon: <CalendarPlus aria-hidden />,
          href: '/gatherings/new',
        },
        { id: 'keys', label: t('keys.title'), icon: <Keyboard aria-hidden />, run: onHelp },
      ],
    },
    {
      title: t('palette.settings'),
      onDemand: true,
      commands: [
        {
          id: 'bookmarks',
          label: t('palette.bookmarks'),
          icon: <Bookmark aria-hidden />,
          href: '/me/bookmarks',
        },
        { id: 'seen', label: t('palette.seen'), icon: <Eye aria-hidden />, href: '/me/seen' },
        ...themes.map((id) => ({
          id: `theme:${id}`,
          label: t('palette.theme', { name: t(`me.themes.${id}`) }),
          icon: <SunMoon aria-hidden />,
          run: () => setTheme(id),
        })),
        ...(['fr', 'en'] as const).map((id) => ({
          id: `language:${id}`,
          label: t(`me.languages.${id}`),
          icon: <UserRound aria-hidden />,
          run: () => setLanguage(id),
        })),
        { id: 'out', label: t('me.signOut'), icon: <LogOut aria-hidden />, run: () => void signOut() },
      ],
    },
  ]
}
