import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import {
  Bell,
  BookOpen,
  CalendarDays,
  Flag,
  House,
  PenLine,
  Search,
  Shapes,
  UserRound,
  UsersRound,
} from 'lucide-react'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { PlainLink } from '#platform/web/links.tsx'
import { useShell } from '#platform/web/Page.tsx'
import { noteGone } from '#platform/web/offline.ts'
import { recall } from '#platform/web/preferences.ts'
import { startRealtime, useTopic } from '#platform/web/realtime.ts'
import { useMember, useSession } from '#platform/web/session.ts'
import { Avatar } from '#ui/Avatar.tsx'
import { Kbd } from '#ui/Small.tsx'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { meBadges, railBlocks } from '../slots.tsx'
import { useT } from '../t.ts'
import { Mark } from './Mark.tsx'
import { useIsOnline } from './online.ts'

const OfflineBand = lazy(() => import('./OfflineBand.tsx'))
const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx'))
const SearchPalette = lazy(() => import('./SearchPalette.tsx'))
const MeMenu = lazy(() => import('./MeMenu.tsx'))
const AdministratorsOnly = lazy(async () => ({
  default: (await import('#modules/people/web/pages/AdministratorsOnlyPage.tsx')).AdministratorsOnlyPage,
}))

/**
 * Everything signed-in. When the session ends elsewhere (account closed, signed out in another tab), what stands on
 * screen goes at once and the way leads to the sign-in, then back here.
 */
export function Layout() {
  const { member, state } = useSession()
  const { pathname } = useLocation()
  if (!member) return state ? <SessionEnded /> : <SkeletonPage />
  const isClosed = pathname.startsWith('/admin') && !member.isAdministrator
  return <Shell>{isClosed ? <AdministratorsOnly /> : <Outlet />}</Shell>
}

function SessionEnded() {
  // Outside system: the document. A new one keeps nothing of what the last person had loaded.
  useEffect(() => {
    const { pathname, search } = window.location
    window.location.replace(`/sign-in?ended=true&next=${encodeURIComponent(pathname + search)}`)
  }, [])
  return <SkeletonPage />
}

/** Top and bottom bars on a phone; left rail, reading column and right rail on a desktop. */
function Shell({ children }: { children: ReactNode }) {
  const t = useT()
  const { setRail, place } = useShell()
  const navigate = useNavigate()
  const [searching, setSearching] = useState(false)
  const [helping, setHelping] = useState(false)
  const isOnline = useIsOnline()
  // Whoever plays a character of the demo company is told so on every screen.
  const isCast = useSession().state?.demo.isCast === true
  const search = () => setSearching(true)

  // Outside system: the live stream, for as long as someone is signed in.
  useEffect(() => startRealtime(), [])
  // Outside system: the keyboard, for ⌘K anywhere.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setSearching(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  // Outside system: the keyboard, for the single keys; their code arrives once the page stands.
  useEffect(() => {
    let stop: (() => void) | undefined
    let isGone = false
    void import('./shortcuts.ts').then(({ listenToKeys }) => {
      if (isGone) return
      const go = (href: string) => void navigate({ href })
      const acts = { go, search, help: () => setHelping(true) }
      stop = listenToKeys(acts, () => recall('keys') !== 'off')
    })
    return () => {
      isGone = true
      stop?.()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- once: navigate and search do the same for ever
  }, [])
  // What has gone from the server goes from what this device keeps to read without a network.
  useTopic('*', ({ name, payload }) => noteGone(name, payload))

  return (
    <div className="shell">
      <header className="topbar">
        <PlainLink to="/" className="topbar-mark" aria-label={t('nav.home')} exact>
          <Mark />
        </PlainLink>
        <span className="topbar-place">{place || t('name')}</span>
        {isCast && <Tag>{t('demo')}</Tag>}
        <button
          type="button"
          className="btn btn-quiet btn-icon"
          aria-label={t('nav.searchHint')}
          onClick={search}
        >
          <Search aria-hidden />
        </button>
      </header>

      <nav className="rail" aria-label={t('nav.main')}>
        <PlainLink to="/" className="rail-mark" exact>
          <Mark />
          <span>{t('name')}</span>
        </PlainLink>
        {isCast && (
          <p className="hidden px-3 md:block">
            <Tag>{t('demo')}</Tag>
          </p>
        )}
        <button type="button" className="rail-search" onClick={search}>
          <Search aria-hidden />
          <span>{t('nav.search')}</span>
          <Kbd>{isApple ? '⌘K' : 'Ctrl K'}</Kbd>
        </button>
        <div className="nav">
          <NavLink to="/" exact icon={<House aria-hidden />} text={t('nav.home')} />
          <NavLink to="/communities" icon={<Shapes aria-hidden />} text={t('nav.communities')} />
          <NavLink to="/people" deskOnly icon={<UsersRound aria-hidden />} text={t('nav.people')} />
          <NavLink to="/pages" deskOnly icon={<BookOpen aria-hidden />} text={t('nav.pages')} />
          <NavLink to="/programmes" deskOnly icon={<Flag aria-hidden />} text={t('nav.programmes')} />
          <NavLink to="/agenda" icon={<CalendarDays aria-hidden />} text={t('nav.agenda')} />
          <NavLink
            to="/notifications"
            deskOnly
            icon={<Bell aria-hidden />}
            text={t('nav.notifications')}
            badge={<Badges />}
          />
          <NavLink
            to="/me"
            phoneOnly
            icon={<UserRound aria-hidden />}
            text={t('nav.me')}
            badge={<Badges />}
          />
          <NavLink to="/write" main icon={<PenLine aria-hidden />} text={t('nav.write')} />
        </div>
        <div className="rail-blocks">
          <Suspense>
            {railBlocks.map((Block, index) => (
              <Block key={index} />
            ))}
          </Suspense>
        </div>
        <Me />
      </nav>

      <main id="main" className="main" tabIndex={-1}>
        <Suspense fallback={null}>
          <OfflineBand isOnline={isOnline} />
        </Suspense>
        <Suspense fallback={<SkeletonPage />}>{children}</Suspense>
      </main>
      <aside className="aside" aria-label={t('nav.aside')} ref={setRail} />
      {searching && (
        <Suspense>
          <SearchPalette onClose={() => setSearching(false)} onHelp={() => setHelping(true)} />
        </Suspense>
      )}
      {helping && (
        <Suspense>
          <ShortcutSheet onClose={() => setHelping(false)} />
        </Suspense>
      )}
    </div>
  )
}

/** What waits for me: on "Me" on a phone, on "Notifications" on a desktop. */
const Badges = () => (
  <Suspense>
    {meBadges.map((Badge, index) => (
      <Badge key={index} />
    ))}
  </Suspense>
)

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

interface NavLinkProps {
  to: string
  icon: ReactNode
  text: string
  exact?: boolean
  main?: boolean
  phoneOnly?: boolean
  deskOnly?: boolean
  badge?: ReactNode
}

function NavLink({ to, icon, text, exact, main, phoneOnly, deskOnly, badge }: NavLinkProps) {
  return (
    <PlainLink
      to={to}
      exact={exact}
      className={`nav-link${main ? ' nav-main' : ''}${phoneOnly ? ' nav-phone' : ''}${deskOnly ? ' nav-desk' : ''}`}
    >
      {icon}
      <span>{text}</span>
      {badge && <span className="nav-badge">{badge}</span>}
    </PlainLink>
  )
}

/** At the foot of the rail: who I am. The menu's code arrives with the first click or hover. */
function Me() {
  const t = useT()
  const member = useMember()
  const [wanted, setWanted] = useState(false)
  const face = (
    <>
      <Avatar {...member} />
      <span className="rail-me-name">
        {member.name}
        <span className="sr-only">, {t('nav.menu')}</span>
      </span>
    </>
  )
  const still = (
    <button type="button" className="rail-me" aria-haspopup="menu" onClick={() => setWanted(true)}>
      {face}
    </button>
  )
  return wanted ? (
    <Suspense fallback={still}>
      <MeMenu face={face} onClosed={() => setWanted(false)} />
    </Suspense>
  ) : (
    still
  )
}
