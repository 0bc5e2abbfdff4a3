import type { Line } from '../line.ts'

export const problems: Record<string, Line> = {}
