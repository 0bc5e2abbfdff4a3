export default {
  title: 'debates',
} as const
