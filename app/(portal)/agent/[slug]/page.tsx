import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { MissingPage } from "@/app/(portal)/_frame/missing-page";
import { plainSlug } from "@/app/(portal)/_frame/plain-slug";
import { StaleNotice } from "@/app/(portal)/_frame/stale-notice";
import { AgentView } from "@/app/(portal)/_sellers/agent-view";
import { findSellerHomes } from "@/app/(portal)/_sellers/seller-homes";
import { agentOnce } from "@/app/(portal)/_sellers/seller-once";
import { agentPath } from "@/lib/agencies/agency";

export const dynamic = "force-dynamic";

type Props = PageProps<"/agent/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const agent = await agentOnce(plainSlug((await params).slug));
  if (agent === null) return { title: "No such agent" };
  const { name, agency } = agent;
  return {
    title: `${name}, ${agency.name}`,
    description: `${name} of ${agency.name}: homes for sale and to rent, what was sold lately, and how to ask.`,
  };
}

/** An agent's page under its one spelling; any other leads there. */
export default async function AgentPage({ params }: Props) {
  const { slug } = await params;
  const plain = plainSlug(slug);
  const agent = await agentOnce(plain);
  if (agent === null) return <MissingPage />;
  if (plain !== slug) permanentRedirect(agentPath(agent));
  const homes = await findSellerHomes({ kind: "agent", slug }, { agency: agent.agency.slug, agent: slug });
  return (
    <>
      <StaleNotice />
      <AgentView agent={agent} homes={homes} />
    </>
  );
}
