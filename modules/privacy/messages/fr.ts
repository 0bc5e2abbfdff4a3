export default {
  title: 'privacy',
}
