export default function OpenPulse() {
  return null
}
