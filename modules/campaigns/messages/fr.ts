export default {
  title: 'campaigns',
} as const
