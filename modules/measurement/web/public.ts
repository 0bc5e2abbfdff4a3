// The browser door of measurement for other modules.
export { FigureBoard } from './components/FigureBoard.tsx'
// Published rows about groups, for a page that embeds them.
export { ReleasedCells } from './components/ReleasedCells.tsx'
