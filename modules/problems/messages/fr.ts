export default {
  title: 'problems',
}
