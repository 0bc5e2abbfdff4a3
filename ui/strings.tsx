import { createContext, useContext } from 'react'

/** The kit's own words, in the interface language. Everything else comes in through props. */
export interface UiStrings {
  close: string
  clear: string
  undo: string
  loading: string
  optional: string
  noResults: string
  retry: string
  loadMore: string
  required: string
  chosen: string
  definition: string
  asTable: string
  howComputed: string
  period: string
  benchmark: string
  noBenchmark: string
  interval: string
  lessThanShown: string
  whatIsSeen: string
  notifications: string
  more: (n: number) => string
  showOptions: string
}

export const uiStringsFr: UiStrings = {
  close: 'Fermer',
  clear: 'Effacer',
  undo: 'Annuler',
  loading: 'Chargement…',
  optional: 'facultatif',
  noResults: 'Aucun résultat',
  retry: 'Réessayer',
  loadMore: 'Afficher la suite',
  required: 'Ce champ est nécessaire.',
  chosen: 'sélectionné',
  definition: 'Définition',
  asTable: 'Voir les chiffres en tableau',
  howComputed: 'Comment ce chiffre est calculé',
  period: 'Période',
  benchmark: 'Repère',
  noBenchmark: 'Aucune référence publiée',
  interval: 'Intervalle à 95\u202f%',
  lessThanShown: 'Trop peu de personnes pour être montré',
  whatIsSeen: 'Ce qui est vu',
  notifications: 'Messages',
  more: (n) => `et ${n} de plus`,
  showOptions: 'Afficher les choix',
}

export const uiStringsEn: UiStrings = {
  close: 'Close',
  clear: 'Clear',
  undo: 'Undo',
  loading: 'Loading…',
  optional: 'optional',
  noResults: 'No results',
  retry: 'Try again',
  loadMore: 'Show more',
  required: 'This field is needed.',
  chosen: 'selected',
  definition: 'Definition',
  asTable: 'See the figures as a table',
  howComputed: 'How this figure is computed',
  period: 'Period',
  benchmark: 'Benchmark',
  noBenchmark: 'No published reference',
  interval: '95% interval',
  lessThanShown: 'Too few people to be shown',
  whatIsSeen: 'What is seen',
  notifications: 'Messages',
  more: (n) => `and ${n} more`,
  showOptions: 'Show options',
}

export interface UiContextValue {
  /** BCP 47, e.g. `fr`. */
  language: string
  strings: UiStrings
}

export const UiContext = createContext<UiContextValue>({ language: 'fr', strings: uiStringsFr })
export const useUi = (): UiContextValue => useContext(UiContext)
