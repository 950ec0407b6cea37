import type { Metadata } from "next";
import { PlainHttp } from "@/app/(door)/_frame/plain-http";
import { currentPerson } from "@/lib/http/current-person";
import { canSignInHere } from "@/lib/http/sign-in-place";
import { Invitation } from "./invitation";

export const metadata: Metadata = { title: "Your invitation", robots: "noindex", referrer: "no-referrer" };

export default async function InvitationPage() {
  const person = await currentPerson();
  return <Invitation signedInAs={person?.name ?? null}>{canSignInHere() ? null : <PlainHttp />}</Invitation>;
}
