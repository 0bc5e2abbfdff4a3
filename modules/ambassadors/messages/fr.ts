export default {
  title: 'ambassadors',
} as const
