import type { Line } from '../line.ts'

export const knowledge: Record<string, Line> = {}
