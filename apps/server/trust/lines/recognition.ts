import type { Line } from '../line.ts'

export const recognition: Record<string, Line> = {}
