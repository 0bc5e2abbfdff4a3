export default {
  title: 'lifecycle',
}
