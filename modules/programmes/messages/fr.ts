export default {
  title: 'Programmes',
} as const
