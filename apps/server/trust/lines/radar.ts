import type { Line } from '../line.ts'

export const radar: Record<string, Line> = {}
