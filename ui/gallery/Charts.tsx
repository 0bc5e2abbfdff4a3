import { Chart, SparkLine } from '../charts/Chart.tsx'
import type { Pick } from './Gallery.tsx'

/** Every kind of chart, with everything that a chart may say. */
export function Charts({ pick }: { pick: Pick }) {
  const percent = (value: number) => pick(`${value}\u202f%`, `${value}%`)
  const months = pick(
    'févr. mars avril mai juin juil. août sept. oct. nov.',
    'Feb Mar Apr May Jun Jul Aug Sep Oct Nov',
  )
    .split(' ')
    .map((month) => month)
  const values = [31, 28, 30, 22, null, 21, 9, 14, 12, 11]
  const circles = pick('Noyau|Occasionnels|Lecteurs|Absents', 'Core|Occasional|Readers|Absent').split('|')
  const places = pick(
    'Production|Maintenance|Qualité|Achats',
    'Production|Maintenance|Quality|Purchasing',
  ).split('|')
  return (
    <div className="grid gap-10 sm:grid-cols-2">
      <Chart
        heading="h3"
        title={pick(
          'Les reprises ont baissé des deux tiers depuis février',
          'Rework has fallen by two thirds since February',
        )}
        description={pick('Jours de reprise par mois, de 31 à 11.', 'Days of rework a month, from 31 to 11.')}
        n={pick('n = 198 jours', 'n = 198 days')}
        window={pick('février à novembre 2026', 'February to November 2026')}
        interval={pick('8 à 15', '8 to 15')}
        benchmark={null}
        decision={pick(
          'Étendre l’atelier aux deux autres sites.',
          'Take the workshop to the other two sites.',
        )}
        computed={
          <p>
            {pick('Relevés du service qualité, un par mois.', 'Records of the quality team, one a month.')}
          </p>
        }
        chart={{
          kind: 'line',
          columns: [pick('Mois', 'Month'), pick('Jours', 'Days')],
          points: values.map((value, index) => ({
            label: months[index] ?? '',
            value,
            ...(value !== null && { low: value - 4, high: value + 4, n: value + 3 }),
            expected: 24 - index,
          })),
          target: { value: 10, label: pick('Cible : 10', 'Target: 10') },
          baseline: { value: 31, label: pick('Départ : 31', 'Baseline: 31') },
          expectedLabel: pick('Attendu à cette saison', 'Expected at this season'),
          annotations: [
            {
              at: months[3] ?? '',
              date: pick('4 mai', '4 May'),
              text: pick('premier atelier', 'first workshop'),
            },
            {
              at: months[6] ?? '',
              date: pick('10 août', '10 August'),
              text: pick('fiche de reprise', 'rework sheet'),
            },
          ],
        }}
      />
      <Chart
        heading="h3"
        title={pick(
          'Trois questions sur quatre trouvent leur réponse à l’atelier',
          'Three questions in four are answered by the workshop',
        )}
        description={pick('Réponses par origine.', 'Answers by origin.')}
        n="n = 143"
        chart={{
          kind: 'bars',
          columns: [pick('Origine', 'Origin'), pick('Réponses', 'Answers')],
          rows: [
            { label: pick('Atelier', 'Workshop'), value: 107, mark: true },
            { label: pick('Méthodes', 'Methods'), value: 24 },
            { label: pick('Partenaires', 'Partners'), value: 12 },
          ],
        }}
      />
      <Chart
        heading="h3"
        title={pick('Le noyau se renouvelle', 'The core renews itself')}
        description={pick('Parts des membres par cercle.', 'Shares of members by circle.')}
        chart={{
          kind: 'shares',
          columns: [pick('Trimestre', 'Quarter'), pick('Part', 'Share')],
          rows: [8, 12].map((core, row) => ({
            label: pick(`T${row + 2} 2026`, `Q${row + 2} 2026`),
            shares: [core, 22, 40, 38 - core].map((value, index) => ({
              key: String(index),
              label: circles[index] ?? '',
              value,
              text: percent(value),
            })),
          })),
        }}
      />
      <Chart
        heading="h3"
        title={pick('Un lecteur sur dix est devenu contributeur', 'One reader in ten became a contributor')}
        description={pick('D’un trimestre au suivant.', 'From one quarter to the next.')}
        chart={{
          kind: 'flow',
          corner: pick('De ↓ vers →', 'From ↓ to →'),
          from: circles.slice(0, 3),
          to: circles,
          cells: [
            [70, 20, 10, null],
            [10, 60, 20, 10],
            [null, 10, 60, 30],
          ],
          format: percent,
        }}
      />
      <Chart
        heading="h3"
        title={pick('Avec une réponse, plus de la moitié revient', 'With a reply, more than half return')}
        description={pick('Part qui contribue de nouveau.', 'Share who contribute again.')}
        chart={{
          kind: 'dots',
          columns: [pick('Premier message', 'First message'), pick('Reviennent', 'Return')],
          domain: [0, 100],
          format: percent,
          reference: { value: 44, label: '44' },
          rows: [
            {
              label: pick('Avec une réponse', 'With a reply'),
              value: 58,
              low: 44,
              high: 71,
              n: 48,
              mark: true,
            },
            { label: pick('Sans réponse', 'Without a reply'), value: 31, low: 17, high: 50, n: 26 },
          ],
        }}
      />
      <Chart
        heading="h3"
        title={pick('Production et achats se parlent peu', 'Production and purchasing rarely talk')}
        description={pick(
          'Liens constatés rapportés aux liens attendus.',
          'Ties found against ties expected.',
        )}
        chart={{
          kind: 'heat',
          corner: pick('Entité', 'Entity'),
          rows: places,
          columns: places,
          neutral: 1,
          blank: pick('moins de 5 liens', 'fewer than 5 ties'),
          cells: places.map((_row, row) =>
            places.map((_column, column) =>
              row === column ? 2.4 : row + column === 3 ? null : 0.3 + row * 0.3,
            ),
          ),
        }}
      />
      <SparkLine
        label={pick('De 31 à 11 en dix mois', 'From 31 to 11 in ten months')}
        values={values}
        target={10}
      />
    </div>
  )
}
