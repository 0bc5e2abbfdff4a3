import { useMemo, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { RouterProvider } from 'react-aria-components'
import { UiContext, uiStringsEn, uiStringsFr } from './strings.tsx'

interface Props {
  /** Interface language, BCP 47. */
  language: string
  /** How links inside menus and lists navigate; without it they load the page. */
  navigate?: ((href: string) => void) | undefined
  children: ReactNode
}

/** Gives the kit and React Aria the interface language and the application's navigation. */
export function UiProvider({ language, navigate, children }: Props) {
  const value = useMemo(
    () => ({ language, strings: language.startsWith('fr') ? uiStringsFr : uiStringsEn }),
    [language],
  )
  const inside = <UiContext value={value}>{children}</UiContext>
  return (
    <I18nProvider locale={language.startsWith('fr') ? 'fr-FR' : 'en-US'}>
      {navigate ? <RouterProvider navigate={navigate}>{inside}</RouterProvider> : inside}
    </I18nProvider>
  )
}
