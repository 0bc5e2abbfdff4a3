import type { Line } from '../line.ts'

export const reports: Record<string, Line> = {}
