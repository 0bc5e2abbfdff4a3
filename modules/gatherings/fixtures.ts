import type { NewGathering } from '#modules/gatherings/contract.ts'

/** A workshop in Paris, on a Tuesday that no clock change touches. */
export const workshop = (more: Partial<NewGathering> = {}): NewGathering => ({
  title: 'Atelier alignement laser',
  mode: 'both',
  place: 'Salle Loire',
  link: 'https://visio.exemple.test/atelier',
  startsWall: '2026-12-01T14:00',
  timezone: 'Europe/Paris',
  durationMinutes: 90,
  ...more,
})
