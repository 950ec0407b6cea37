"use client";

import { SignIn } from "@/app/_sign-in/sign-in";

/** Goes on with a whole new page: nothing that was fetched before belongs to whoever is signed in now. */
export function SignInForm({ goesTo, awaitsCode }: { goesTo: string; awaitsCode: boolean }) {
  return (
    <>
      <SignIn awaitsCode={awaitsCode} onDone={() => window.location.assign(goesTo)} />
      <noscript>Signing in needs JavaScript.</noscript>
    </>
  );
}
