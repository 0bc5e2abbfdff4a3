import type { Line } from '../line.ts'
import { mailings } from './mailings.ts'

export const notifications: Record<string, Line> = {
  ...mailings,
}
