/** The only server door of the demo for others: tests, seeds. */
export { loadDemo } from './server/load-demo.ts'
export { removeDemo } from './server/remove-demo.ts'
