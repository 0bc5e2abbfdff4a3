export default {
  title: 'Expertise',
} as const
