import type { Line } from '../line.ts'

export const gatherings: Record<string, Line> = {}
