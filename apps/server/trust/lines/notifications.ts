import type { Line } from '../line.ts'

export const notifications: Record<string, Line> = {}
