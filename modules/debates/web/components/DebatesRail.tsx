export default function DebatesRail() {
  return null
}
