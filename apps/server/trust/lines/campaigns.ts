import type { Line } from '../line.ts'

export const campaigns: Record<string, Line> = {}
