import { HomesPage, type Place } from "@/bench/peers/stock-next/homes-page";

export const dynamic = "force-dynamic";

export default function DynamicPage(place: Place) {
  return <HomesPage {...place} />;
}
