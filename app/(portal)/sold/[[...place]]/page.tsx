import { resultsMetadata } from "@/app/(portal)/_results/results-metadata";
import { ResultsPage } from "@/app/(portal)/_results/results-page";

export const dynamic = "force-dynamic";

type Props = PageProps<"/sold/[[...place]]">;

export function generateMetadata({ params, searchParams }: Props) {
  return resultsMetadata("sold", params, searchParams);
}

export default function SoldPage(props: Props) {
  return <ResultsPage channel="sold" {...props} />;
}
