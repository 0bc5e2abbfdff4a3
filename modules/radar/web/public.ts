// The only browser door of radar for other modules.
export { RadarTab } from './components/RadarTab.tsx'
