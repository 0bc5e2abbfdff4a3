export default function MeAmbassador() {
  return null
}
