export default {
  title: 'reports',
}
