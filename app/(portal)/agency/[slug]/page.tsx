import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { MissingPage } from "@/app/(portal)/_frame/missing-page";
import { plainSlug } from "@/app/(portal)/_frame/plain-slug";
import { StaleNotice } from "@/app/(portal)/_frame/stale-notice";
import { AgencyView } from "@/app/(portal)/_sellers/agency-view";
import { findSellerHomes } from "@/app/(portal)/_sellers/seller-homes";
import { agencyOnce } from "@/app/(portal)/_sellers/seller-once";
import { agencyPath } from "@/lib/agencies/agency";
import { localityLabel } from "@/lib/localities/locality";

export const dynamic = "force-dynamic";

type Props = PageProps<"/agency/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const agency = await agencyOnce(plainSlug((await params).slug));
  if (agency === null) return { title: "No such agency" };
  const { name, locality } = agency;
  const where = locality === null ? "" : ` in ${localityLabel(locality)}`;
  return {
    title: name,
    description: `${name}, estate agency${where}: its agents, its homes for sale and to rent, and what it sold.`,
  };
}

/** An agency's page under its one spelling; any other leads there. */
export default async function AgencyPage({ params }: Props) {
  const { slug } = await params;
  const plain = plainSlug(slug);
  const agency = await agencyOnce(plain);
  if (agency === null) return <MissingPage />;
  if (plain !== slug) permanentRedirect(agencyPath(agency));
  const homes = await findSellerHomes({ kind: "agency", slug }, { agency: slug, agent: null });
  return (
    <>
      <StaleNotice />
      <AgencyView agency={agency} homes={homes} />
    </>
  );
}
