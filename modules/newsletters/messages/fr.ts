export default {
  title: 'newsletters',
} as const
