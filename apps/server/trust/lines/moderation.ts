import type { Line } from '../line.ts'

export const moderation: Record<string, Line> = {}
