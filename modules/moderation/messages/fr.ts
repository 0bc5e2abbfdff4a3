export default {
  title: 'Modération',
} as const
