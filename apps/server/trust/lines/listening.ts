import type { Line } from '../line.ts'

export const listening: Record<string, Line> = {}
