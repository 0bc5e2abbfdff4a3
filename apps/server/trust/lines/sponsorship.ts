import type { Line } from '../line.ts'

export const sponsorship: Record<string, Line> = {}
