export default {
  title: 'listening',
}
