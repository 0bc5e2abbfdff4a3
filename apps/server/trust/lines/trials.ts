import type { Line } from '../line.ts'

export const trials: Record<string, Line> = {}
