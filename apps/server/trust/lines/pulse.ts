import type { Line } from '../line.ts'

export const pulse: Record<string, Line> = {}
