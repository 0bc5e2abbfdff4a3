export default function AmbassadorsBlock() {
  return null
}
