"use client";

import { useEffect, useState } from "react";
import { type Answer, sendOnce } from "@/app/_ui/send-json";
import type { Invitation } from "@/lib/accounts/account";

export type Invited = Pick<Invitation, "email" | "name" | "role" | "agency" | "expiresAt">;

/** What the link with this token invites to; undefined while that is asked. */
export function useInvitation(token: string | undefined): Answer<Invited> | undefined {
  const [answer, setAnswer] = useState<Answer<Invited>>();
  useEffect(() => {
    if (!token) return;
    const controller = new AbortController();
    const { signal } = controller;
    sendOnce<Invited>("POST", "/api/account/invitation/preview", { token }, { signal }).then(
      setAnswer,
      () => {},
    );
    return () => controller.abort();
  }, [token]);
  return answer;
}
