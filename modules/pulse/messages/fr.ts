export default {
  title: 'pulse',
} as const
