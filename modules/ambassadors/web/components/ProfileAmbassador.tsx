export default function ProfileAmbassador() {
  return null
}
