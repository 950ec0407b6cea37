import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DoorCard } from "@/app/(door)/_frame/door-card";
import { PlainHttp } from "@/app/(door)/_frame/plain-http";
import { hasAdministrator } from "@/lib/accounts/account-queries";
import { consolePath } from "@/lib/http/console-path";
import { currentSession } from "@/lib/http/current-person";
import { canSignInHere } from "@/lib/http/sign-in-place";
import { FirstAdministrator } from "./first-administrator";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in", robots: "noindex" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next } = await searchParams;
  const goesTo = consolePath([next].flat()[0]);
  const session = await currentSession();
  if (session !== null && !session.awaitsCode) redirect(goesTo);
  return (
    <DoorCard title="Sign in" lead="For agents, editors and administrators of this portal.">
      {canSignInHere() ? null : <PlainHttp />}
      {(await hasAdministrator()) ? null : <FirstAdministrator />}
      <SignInForm goesTo={goesTo} awaitsCode={session !== null} />
    </DoorCard>
  );
}
