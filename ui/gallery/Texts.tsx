import { EmptyState } from '../EmptyState.tsx'
import { Bench, Door, Lens, Talk, Unplugged, Yard } from '../illustrations.tsx'
import { Button } from '../Button.tsx'
import { ErrorState } from '../ErrorState.tsx'
import { Section } from '../Layout.tsx'
import { LoadMore } from '../LoadMore.tsx'
import { Prose } from '../Prose.tsx'
import { SkeletonRows } from '../Skeleton.tsx'
import { Tabs } from '../Tabs.tsx'
import type { Pick } from './Gallery.tsx'

const html = {
  fr: `<h2>Souder l’inox fin sans le voiler</h2><p>On croit gagner du temps en pointant large. C’est l’inverse\u202f: <em>chaque reprise coûte trois fois le pointage</em>. Voici ce que nous faisons à Nantes, avec <a href="#main">les réglages de Karim</a>.</p><ul><li>Pointer tous les <strong>25 mm</strong>, jamais plus.</li><li>Laisser refroidir entre deux passes.</li></ul><blockquote><p>«\u202fOn n’a plus jamais repris un angle depuis l’automne.\u202f»</p></blockquote><table><thead><tr><th>Épaisseur</th><th>Écartement</th><th>Intensité</th></tr></thead><tbody><tr><td>1,5 mm</td><td>20 mm</td><td>45 A</td></tr><tr><td>3 mm</td><td>25 mm</td><td>80 A</td></tr></tbody></table><pre><code>poste: 4\nmode: pulse\nintensite: 80</code></pre>`,
  en: `<h2>Welding thin stainless without warping it</h2><p>Tacking wide seems faster. It is the opposite: <em>each rework costs three times the tacking</em>. Here is what we do in Nantes, with <a href="#main">Karim’s settings</a>.</p><ul><li>Tack every <strong>25 mm</strong>, never more.</li><li>Let it cool between two passes.</li></ul><blockquote><p>“We have not reworked a corner since autumn.”</p></blockquote><table><thead><tr><th>Thickness</th><th>Gap</th><th>Current</th></tr></thead><tbody><tr><td>1.5 mm</td><td>20 mm</td><td>45 A</td></tr><tr><td>3 mm</td><td>25 mm</td><td>80 A</td></tr></tbody></table><pre><code>station: 4\nmode: pulse\ncurrent: 80</code></pre>`,
}

export function Texts({ pick }: { pick: Pick }) {
  return (
    <>
      <Section title={pick('Texte', 'Text')}>
        <Tabs
          label={pick('Vues', 'Views')}
          tabs={[
            {
              id: 'text',
              label: pick('Texte composé', 'Set text'),
              content: <Prose html={pick(html.fr, html.en)} />,
            },
            { id: 'loading', label: pick('En chargement', 'Loading'), content: <SkeletonRows rows={3} /> },
          ]}
        />
      </Section>
      <Section title={pick('Vide, panne, attente', 'Empty, broken, waiting')}>
        <div className="grid gap-x-6 sm:grid-cols-2">
          <EmptyState
            level={3}
            picture={<Talk />}
            title={pick('Aucune conversation pour l’instant', 'No conversation yet')}
            acts={<Button look="primary">{pick('Poser une question', 'Ask a question')}</Button>}
          >
            {pick(
              'Une question simple ouvre mieux qu’une annonce.',
              'A simple question opens better than an announcement.',
            )}
          </EmptyState>
          <EmptyState
            level={3}
            picture={<Bench />}
            title={pick('La communauté n’a pas besoin de vous', 'The community does not need you')}
          >
            {pick('Allez lire.', 'Go and read.')}
          </EmptyState>
        </div>
        <div className="flex flex-wrap justify-center gap-6 text-accent">
          {[Yard, Lens, Door, Unplugged].map((Drawing, index) => (
            <div key={index} className="empty-picture">
              <Drawing />
            </div>
          ))}
        </div>
        <ErrorState
          title={pick('Cette partie n’a pas pu s’afficher', 'This part could not be shown')}
          onRetry={() => {}}
          requestId="req-1f3a"
        >
          {pick(
            'Vérifiez votre connexion\u202f; ce que vous avez écrit est gardé.',
            'Check your connection; what you wrote is kept.',
          )}
        </ErrorState>
        <SkeletonRows rows={2} />
        <LoadMore hasMore isLoading={false} onLoad={() => {}} auto={false} />
      </Section>
    </>
  )
}
