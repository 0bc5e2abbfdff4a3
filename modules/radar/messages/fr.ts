export default {
  title: 'radar',
} as const
