import type { Line } from '../line.ts'

export const ambassadors: Record<string, Line> = {}
