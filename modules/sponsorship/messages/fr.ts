export default {
  title: 'sponsorship',
} as const
