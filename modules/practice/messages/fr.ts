export default {
  title: 'practice',
}
