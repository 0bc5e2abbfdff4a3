export default {
  title: 'recognition',
}
