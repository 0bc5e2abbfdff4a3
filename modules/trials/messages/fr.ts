export default {
  title: 'trials',
} as const
