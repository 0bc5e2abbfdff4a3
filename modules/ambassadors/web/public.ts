// The only browser door of ambassadors for other modules.
export { AmbassadorsTab } from './components/AmbassadorsTab.tsx'
