import type { Line } from '../line.ts'

export const newsletters: Record<string, Line> = {}
