// The only browser door of sponsorship for other modules.
export { PromisesTab } from './components/PromisesTab.tsx'
