export default {
  title: 'turns',
} as const
