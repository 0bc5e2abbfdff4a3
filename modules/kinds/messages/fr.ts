export default {
  title: 'kinds',
}
