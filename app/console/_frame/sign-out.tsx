"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { sendOnce } from "@/app/_ui/send-json";
import { useToast } from "@/app/_ui/toast/use-toast";

export function SignOut() {
  const say = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const signOut = async () => {
    setIsBusy(true);
    const answer = await sendOnce<void>("DELETE", "/api/account/session");
    // A whole new page, so that nothing of whoever was here stays in memory.
    if (answer.ok) return window.location.assign("/sign-in");
    setIsBusy(false);
    say({ title: "You are still signed in", description: answer.message, tone: "danger" });
  };
  return (
    <Button look="quiet" className="-ml-3 whitespace-nowrap" isBusy={isBusy} onClick={signOut}>
      <Icon of="log-out" className="size-4.5" />
      Sign out
    </Button>
  );
}
