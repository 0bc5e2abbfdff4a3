import { Bars, Sparkline } from '../Charts.tsx'
import { Figure } from '../Figure.tsx'
import { Section } from '../Layout.tsx'
import type { Pick } from './Gallery.tsx'

export function Figures({ pick }: { pick: Pick }) {
  const weeks = [31, 28, 30, 22, 19, 21, 14, 11]
  return (
    <Section title={pick('Chiffres', 'Figures')}>
      <div className="grid gap-8">
        <div className="grid gap-6 sm:grid-cols-3">
          <Figure
            label={pick('Première réponse', 'First answer')}
            value="2 h 50"
            definition={pick(
              'Temps médian entre une question et sa première réponse.',
              'Median time between a question and its first answer.',
            )}
            n={pick('143 questions', '143 questions')}
            window={pick('8 semaines', '8 weeks')}
            interval={pick('2 h 40 à 3 h 30', '2 h 40 to 3 h 30')}
            benchmark={null}
          />
          <Figure
            label={pick('Questions résolues', 'Questions solved')}
            value="72"
            unit="%"
            definition={pick(
              'Part des questions dont une réponse est acceptée.',
              'Share of questions with an accepted answer.',
            )}
            n={pick('143 questions', '143 questions')}
            window={pick('8 semaines', '8 weeks')}
            benchmark={pick('60\u202f% dans des communautés comparables', '60% in similar communities')}
          />
          <Figure
            label={pick('Ressenti utile', 'Felt useful')}
            value={null}
            definition={pick('Réponses au baromètre.', 'Answers to the pulse.')}
            window={pick('vague de mars', 'March wave')}
          />
        </div>
        <div className="grid gap-8 sm:grid-cols-2">
          <Sparkline
            title={pick(
              'Les reprises ont baissé des deux tiers depuis février',
              'Rework has fallen by two thirds since February',
            )}
            description={pick(
              'Jours de reprise par semaine, de 31 à 11 en huit semaines.',
              'Days of rework a week, from 31 to 11 in eight weeks.',
            )}
            columns={[pick('Semaine', 'Week'), pick('Jours', 'Days')]}
            points={weeks.map((value, index) => ({
              label: pick(`Semaine ${index + 6}`, `Week ${index + 6}`),
              value,
            }))}
            target={10}
            note={pick('n = 8 semaines · cible\u00a0: 10 jours', 'n = 8 weeks · target: 10 days')}
          />
          <Bars
            title={pick(
              'Trois questions sur quatre trouvent leur réponse à l’atelier',
              'Three questions in four are answered by the workshop',
            )}
            description={pick('Réponses par origine.', 'Answers by origin.')}
            columns={[pick('Origine', 'Origin'), pick('Réponses', 'Answers')]}
            points={[
              { label: pick('Atelier', 'Workshop'), value: 107, mark: true },
              { label: pick('Méthodes', 'Methods'), value: 24 },
              { label: pick('Partenaires', 'Partners'), value: 12 },
            ]}
            note={pick('n = 143 · 8 semaines', 'n = 143 · 8 weeks')}
          />
        </div>
      </div>
    </Section>
  )
}
