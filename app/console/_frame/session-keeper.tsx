"use client";

import { useEffect, useRef, useState } from "react";
import { SignIn } from "@/app/_sign-in/sign-in";
import { Dialog } from "@/app/_ui/dialog";
import { onSessionEnd } from "@/app/_ui/session-end";

type Waiting = { readonly promise: Promise<boolean>; readonly settle: (isSignedIn: boolean) => void };

/** Asks whoever works here to sign in again when their session has ended, over the page as it is; what it refused is then asked again. */
export function SessionKeeper({ email }: { email: string }) {
  const waiting = useRef<Waiting>(null);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(
    () =>
      onSessionEnd(() => {
        // Several requests may find it out at once.
        waiting.current ??= startWaiting();
        setIsOpen(true);
        return waiting.current.promise;
      }),
    [],
  );
  const close = (isSignedIn: boolean) => {
    setIsOpen(false);
    waiting.current?.settle(isSignedIn);
    waiting.current = null;
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) close(false);
      }}
      title="Sign in again"
      description="Your session has ended. What you have typed is still here, and goes on when you have signed in."
    >
      <SignIn email={email} onDone={() => close(true)} />
      <p className="text-muted text-sm">
        You are somebody else?{" "}
        <a href="/sign-in" className="link">
          Leave this page and sign in
        </a>
        .
      </p>
    </Dialog>
  );
}

function startWaiting(): Waiting {
  let settle: Waiting["settle"] = () => {};
  const promise = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}
