export default {
  title: 'Fiches',
} as const
