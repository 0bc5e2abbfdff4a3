export default function RunningCampaigns() {
  return null
}
