// The browser door of measurement for other modules.
export { FigureBoard } from './components/FigureBoard.tsx'
