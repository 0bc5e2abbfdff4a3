import type { Line } from '../line.ts'

export const polls: Record<string, Line> = {}
