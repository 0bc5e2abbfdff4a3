export default function MeNewsletters() {
  return null
}
