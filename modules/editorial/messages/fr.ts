export default {
  title: 'editorial',
}
