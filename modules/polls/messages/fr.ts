export default {
  title: 'Sondages',
} as const
