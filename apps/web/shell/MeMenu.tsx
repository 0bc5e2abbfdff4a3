import { LogOut, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { interfaceLanguages, isInterfaceLanguage } from '#platform/shared/i18n.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { fonts, themes } from '#platform/web/preferences.ts'
import { Menu } from '#ui/Menu.tsx'
import { useT } from '../t.ts'
import { signOut } from './sign-out.ts'
import { useDisplay } from './display.ts'

/** Opens at once: it is only loaded when asked for. */
export default function MeMenu({ face, onClosed }: { face: ReactNode; onClosed: () => void }) {
  const t = useT()
  const { language, setLanguage } = useLanguage()
  const { theme, setTheme, font, setFont } = useDisplay()
  return (
    <Menu
      label={t('nav.menu')}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClosed()
      }}
      trigger={<Button className="rail-me">{face}</Button>}
      groups={[
        [{ id: 'me', label: t('me.all'), icon: <Settings aria-hidden />, href: '/me' }],
        {
          id: 'theme',
          title: t('me.theme'),
          selected: theme,
          options: themes.map((id) => ({ id, label: t(`me.themes.${id}`) })),
          onSelect: (id) => setTheme(themes.find((known) => known === id) ?? 'system'),
        },
        {
          id: 'font',
          title: t('me.font'),
          selected: font,
          options: fonts.map((id) => ({ id, label: t(`me.fonts.${id}`) })),
          onSelect: (id) => setFont(id === 'legible' ? 'legible' : 'plain'),
        },
        {
          id: 'language',
          title: t('me.language'),
          selected: language,
          options: interfaceLanguages.map((id) => ({ id, label: t(`me.languages.${id}`) })),
          onSelect: (id) => {
            if (isInterfaceLanguage(id)) setLanguage(id)
          },
        },
        [{ id: 'out', label: t('me.signOut'), icon: <LogOut aria-hidden />, onAction: () => void signOut() }],
      ]}
    />
  )
}
