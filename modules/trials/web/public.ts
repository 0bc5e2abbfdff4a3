// The only browser door of trials for other modules.
export { TrialsTab } from './components/TrialsTab.tsx'
