import { LogOut } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { interfaceLanguages, isInterfaceLanguage } from '#platform/shared/i18n.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { fonts, themes } from '#platform/web/preferences.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useDisplay } from '../shell/display.ts'
import { signOut } from '../shell/sign-out.ts'
import { meSections } from '../slots-inside.tsx'
import { useT } from '../t.ts'

const DeviceSection = lazy(() => import('./DeviceSection.tsx'))

export function MePage() {
  const t = useT()
  const { language, setLanguage } = useLanguage()
  const { theme, setTheme, font, setFont } = useDisplay()
  return (
    <Page title={t('me.title')}>
      <PageHeader title={t('me.title')} lead={t('me.lead')} />
      {meSections.length > 0 && (
        <Suspense fallback={<SkeletonRows rows={2} />}>
          {meSections.map((Block, index) => (
            <Block key={index} />
          ))}
        </Suspense>
      )}
      <Section title={t('me.display')} hint={t('me.displayHint')}>
        <div className="grid gap-6 sm:grid-cols-2">
          <RadioGroup
            label={t('me.theme')}
            value={theme}
            onChange={(id) => setTheme(themes.find((known) => known === id) ?? 'system')}
            options={themes.map((id) => ({ id, label: t(`me.themes.${id}`) }))}
          />
          <div className="grid gap-6 content-start">
            <RadioGroup
              label={t('me.font')}
              value={font}
              onChange={(id) => setFont(id === 'legible' ? 'legible' : 'plain')}
              options={fonts.map((id) => ({ id, label: t(`me.fonts.${id}`) }))}
            />
            <RadioGroup
              label={t('me.language')}
              value={language}
              onChange={(id) => {
                if (isInterfaceLanguage(id)) setLanguage(id)
              }}
              options={interfaceLanguages.map((id) => ({
                id,
                label: <span lang={id}>{t(`me.languages.${id}`)}</span>,
              }))}
            />
          </div>
        </div>
      </Section>
      <Suspense fallback={<SkeletonRows rows={2} />}>
        <DeviceSection />
      </Suspense>
      <Section title={t('me.signOut')}>
        <Button onPress={() => void signOut()}>
          <LogOut aria-hidden />
          {t('me.signOut')}
        </Button>
      </Section>
    </Page>
  )
}
