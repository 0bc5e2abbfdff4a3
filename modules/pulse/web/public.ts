// The only browser door of pulse for other modules.
export { PulseTab } from './components/PulseTab.tsx'
