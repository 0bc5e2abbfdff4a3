import type { Line } from '../line.ts'

export const turns: Record<string, Line> = {}
