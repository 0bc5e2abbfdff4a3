import { Figure } from '../Figure.tsx'
import { Section } from '../Layout.tsx'
import { Charts } from './Charts.tsx'
import type { Pick } from './Gallery.tsx'

export function Figures({ pick }: { pick: Pick }) {
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
        <Charts pick={pick} />
      </div>
    </Section>
  )
}
