export default function CampaignsBlock() {
  return null
}
