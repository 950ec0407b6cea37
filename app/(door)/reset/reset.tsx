"use client";

import { useState } from "react";
import { Notice } from "@/app/_ui/notice";
import { DoorCard } from "@/app/(door)/_frame/door-card";
import { IncompleteLink } from "@/app/(door)/_frame/incomplete-link";
import { useLinkToken } from "@/app/(door)/_frame/use-link-token";
import { ResetForm } from "./reset-form";

export function Reset() {
  const token = useLinkToken();
  const [isDone, setIsDone] = useState(false);
  if (token === "" && !isDone)
    return (
      <DoorCard title="Another password">
        <IncompleteLink />
      </DoorCard>
    );
  if (isDone)
    return (
      <DoorCard title="Another password">
        <Notice tone="success" role="status" title="Your password is changed">
          Wherever you were signed in, you are no more.
        </Notice>
        <a href="/sign-in" className="button">
          Sign in
        </a>
      </DoorCard>
    );
  return (
    <DoorCard title="Another password" lead="Choose it here; you then sign in with it.">
      <ResetForm
        token={token ?? ""}
        onDone={() => {
          window.history.replaceState(null, "", window.location.pathname);
          setIsDone(true);
        }}
      />
      <noscript>This page needs JavaScript.</noscript>
    </DoorCard>
  );
}
