import { useLayoutEffect, useState } from 'react'
import { UiProvider } from '../UiProvider.tsx'
import { FilterChips } from '../FilterChips.tsx'
import { Layers } from './Layers.tsx'
import { Acts } from './Acts.tsx'
import { Fields } from './Fields.tsx'
import { Figures } from './Figures.tsx'
import { Marks } from './Marks.tsx'
import { Texts } from './Texts.tsx'

// Every component in every state, for the eye and for axe. Not reachable from the product's navigation, and
// bilingual by a small switch of its own so that it depends on no catalogue.

export type Pick = (fr: string, en: string) => string

const asked = (name: string) => new URLSearchParams(window.location.search).get(name)

/** `/gallery?language=en&theme=dark&font=legible` */
export function Gallery() {
  const [language, setLanguage] = useState(asked('language') ?? document.documentElement.lang)
  const [theme, setTheme] = useState(asked('theme') ?? 'system')
  // Outside system: the document, whose attributes are the theme.
  useLayoutEffect(() => {
    const root = document.documentElement
    root.lang = language
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
    if (asked('font')) root.dataset['font'] = asked('font') ?? ''
  }, [language, theme])
  const pick: Pick = (fr, en) => (language.startsWith('fr') ? fr : en)
  return (
    <UiProvider language={language}>
      <title>{pick('Galerie · Préau', 'Gallery · Préau')}</title>
      <main id="main" className="main" style={{ maxWidth: '60rem' }}>
        <header className="page-head">
          <p className="page-kicker">{pick('Système visuel', 'Design system')}</p>
          <h1>{pick('La galerie du préau', 'The gallery of the yard')}</h1>
          <p className="page-lead">
            {pick(
              'Chaque pièce dans chacun de ses états, telle que les pages l’emploient.',
              'Every piece in each of its states, as the pages use it.',
            )}
          </p>
          <div className="flex flex-wrap gap-x-8 gap-y-3 pt-2">
            <FilterChips
              label={pick('Langue', 'Language')}
              options={[
                { id: 'fr', label: 'Français' },
                { id: 'en', label: 'English' },
              ]}
              selected={[language]}
              onSelect={([id = 'fr']) => setLanguage(id)}
            />
            <FilterChips
              label={pick('Thème', 'Theme')}
              options={['system', 'light', 'dark', 'contrast'].map((id) => ({ id, label: id }))}
              selected={[theme]}
              onSelect={([id = 'system']) => setTheme(id)}
            />
          </div>
        </header>
        <Texts pick={pick} />
        <Acts pick={pick} />
        <Fields pick={pick} />
        <Marks pick={pick} />
        <Figures pick={pick} />
        <Layers pick={pick} />
      </main>
    </UiProvider>
  )
}
