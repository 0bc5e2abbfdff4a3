export default {
  title: 'Rencontres',
} as const
