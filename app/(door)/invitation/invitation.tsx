"use client";

import type { ReactNode } from "react";
import { Notice } from "@/app/_ui/notice";
import { Loading, Skeleton } from "@/app/_ui/skeleton";
import { DoorCard } from "@/app/(door)/_frame/door-card";
import { IncompleteLink } from "@/app/(door)/_frame/incomplete-link";
import { useLinkToken } from "@/app/(door)/_frame/use-link-token";
import { positionWords } from "@/app/console/_people/role-words";
import { AcceptForm } from "./accept-form";
import { useInvitation } from "./use-invitation";

type Props = {
  signedInAs: string | null;
  /** Above the form, if anything stands against it. */
  children: ReactNode;
};

export function Invitation({ signedInAs, children }: Props) {
  const token = useLinkToken();
  const answer = useInvitation(token);
  if (token === "")
    return (
      <DoorCard title="Your invitation">
        <IncompleteLink />
      </DoorCard>
    );
  if (token === undefined || answer === undefined)
    return (
      <DoorCard title="Your invitation">
        <Loading what="your invitation">
          <div className="grid gap-4">
            <Skeleton className="h-4 w-3/4" />
            <Skeleton className="h-11" />
            <Skeleton className="h-11" />
          </div>
        </Loading>
        <noscript>This page needs JavaScript.</noscript>
      </DoorCard>
    );
  if (!answer.ok)
    return (
      <DoorCard title="Your invitation">
        <Notice tone="danger" role="alert" title={answer.message}>
          Did you accept it already? Then{" "}
          <a href="/sign-in" className="link">
            sign in
          </a>
          . Otherwise the administrator who sent it can make another.
        </Notice>
      </DoorCard>
    );
  const { role, agency } = answer.value;
  return (
    <DoorCard
      title="Welcome to Verandah"
      lead={
        <>
          You are invited as <strong className="text-ink">{positionWords(role, agency?.name ?? null)}</strong>
          . Choose what you are called here, and a password.
        </>
      }
    >
      {children}
      {signedInAs === null ? null : (
        <Notice tone="warning" title={`You are signed in as ${signedInAs}`}>
          Whoever accepts this invitation in this browser is then signed in instead.
        </Notice>
      )}
      <AcceptForm token={token} invited={answer.value} />
    </DoorCard>
  );
}
