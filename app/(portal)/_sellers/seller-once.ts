import "server-only";
import { cache } from "react";
import { getAgency, getAgent } from "@/lib/agencies/queries";

// Asked once though a page and its title both want it.
export const agencyOnce = cache(getAgency);
export const agentOnce = cache(getAgent);
