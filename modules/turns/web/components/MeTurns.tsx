export default function MeTurns() {
  return null
}
