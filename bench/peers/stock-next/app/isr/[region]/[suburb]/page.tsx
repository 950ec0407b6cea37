import { HomesPage, type Place } from "@/bench/peers/stock-next/homes-page";

/** Made when it is first asked for, and kept for an hour, whatever is edited meanwhile. */
export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export default function RegeneratedPage(place: Place) {
  return <HomesPage {...place} />;
}
