export default function PulseRail() {
  return null
}
