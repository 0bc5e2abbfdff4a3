import type { LocalText } from '#platform/shared/local-text.ts'

export interface Period {
  /** First and last day without school, both included. */
  from: string
  to: string
  label: LocalText
}
export type SchoolZone = 'A' | 'B' | 'C'

/**
 * School holidays of metropolitan France by zone: Saturday after the last lesson to the day before lessons begin again.
 *
 * 2025-2026: arrêté du 7 décembre 2022 fixant le calendrier scolaire des années 2023-2024, 2024-2025 et 2025-2026,
 * published in the Journal officiel of 8 December 2022.
 * 2026-2027: official calendar of the ministry (education.gouv.fr/calendrier-scolaire-100148; open data set
 * `fr-en-calendrier-scolaire`).
 *
 * NOTE: the summer of 2027 begins on 3 July; when it ends follows from the calendar of 2027-2028, which was not
 * published when this was written, so that it is left out, as are Corsica and the territories overseas: those bring a
 * calendar file.
 */
const names = {
  autumn: { fr: 'Vacances de la Toussaint', en: 'Autumn school holidays' },
  christmas: { fr: 'Vacances de Noël', en: 'Christmas school holidays' },
  winter: { fr: 'Vacances d’hiver', en: 'Winter school holidays' },
  spring: { fr: 'Vacances de printemps', en: 'Spring school holidays' },
  ascension: { fr: 'Pont de l’Ascension', en: 'Ascension break' },
  summer: { fr: 'Vacances d’été', en: 'Summer school holidays' },
} as const satisfies Record<string, LocalText>

const p = (label: keyof typeof names, from: string, to: string): Period => ({ from, to, label: names[label] })

const everywhere: readonly Period[] = [
  p('autumn', '2025-10-18', '2025-11-02'),
  p('christmas', '2025-12-20', '2026-01-04'),
  p('ascension', '2026-05-14', '2026-05-17'),
  p('summer', '2026-07-04', '2026-08-31'),
  p('autumn', '2026-10-17', '2026-11-01'),
  p('christmas', '2026-12-19', '2027-01-03'),
  p('ascension', '2027-05-06', '2027-05-09'),
]
const byZone: Record<SchoolZone, readonly Period[]> = {
  A: [
    p('winter', '2026-02-07', '2026-02-22'),
    p('spring', '2026-04-04', '2026-04-19'),
    p('winter', '2027-02-13', '2027-02-28'),
    p('spring', '2027-04-10', '2027-04-25'),
  ],
  B: [
    p('winter', '2026-02-14', '2026-03-01'),
    p('spring', '2026-04-11', '2026-04-26'),
    p('winter', '2027-02-20', '2027-03-07'),
    p('spring', '2027-04-17', '2027-05-02'),
  ],
  C: [
    p('winter', '2026-02-21', '2026-03-08'),
    p('spring', '2026-04-18', '2026-05-03'),
    p('winter', '2027-02-06', '2027-02-21'),
    p('spring', '2027-04-03', '2027-04-18'),
  ],
}

/** School holidays of a zone, in order; those that touch [from, to] where given. */
export const schoolHolidays = (zone: SchoolZone, from = '0000', to = '9999'): Period[] =>
  [...everywhere, ...byZone[zone]]
    .filter((one) => one.from <= to && one.to >= from)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
