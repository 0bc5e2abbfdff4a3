// The only browser door of the workbench.
/** The frame of a screen of the workbench: head, sections, refusal for whoever does not manage the community. */
export { Frame } from './components/Frame.tsx'
