import type { Line } from '../line.ts'

export const interchange: Record<string, Line> = {}
