export default function NewslettersBlock() {
  return null
}
