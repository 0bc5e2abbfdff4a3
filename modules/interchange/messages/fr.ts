export default {
  title: 'Mes données',
} as const
