import type { Line } from '../line.ts'

export const practice: Record<string, Line> = {}
