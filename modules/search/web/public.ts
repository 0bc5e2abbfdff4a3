import { lazy } from 'react'

// The only browser door of search.
/** The way to what was searched in a community and not found. */
export const MissedSearchesNote = lazy(() => import('./components/MissedSearchesNote.tsx'))
