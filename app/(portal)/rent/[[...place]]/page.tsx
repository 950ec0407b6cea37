import { resultsMetadata } from "@/app/(portal)/_results/results-metadata";
import { ResultsPage } from "@/app/(portal)/_results/results-page";

export const dynamic = "force-dynamic";

type Props = PageProps<"/rent/[[...place]]">;

export function generateMetadata({ params, searchParams }: Props) {
  return resultsMetadata("rent", params, searchParams);
}

export default function RentPage(props: Props) {
  return <ResultsPage channel="rent" {...props} />;
}
