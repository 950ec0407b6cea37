import { resultsMetadata } from "@/app/(portal)/_results/results-metadata";
import { ResultsPage } from "@/app/(portal)/_results/results-page";

export const dynamic = "force-dynamic";

type Props = PageProps<"/buy/[[...place]]">;

export function generateMetadata({ params, searchParams }: Props) {
  return resultsMetadata("buy", params, searchParams);
}

export default function BuyPage(props: Props) {
  return <ResultsPage channel="buy" {...props} />;
}
