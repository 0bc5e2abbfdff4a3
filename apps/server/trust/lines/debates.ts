import type { Line } from '../line.ts'

export const debates: Record<string, Line> = {}
