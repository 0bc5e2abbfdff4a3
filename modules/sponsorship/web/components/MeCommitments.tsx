export default function MeCommitments() {
  return null
}
