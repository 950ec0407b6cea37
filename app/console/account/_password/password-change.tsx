"use client";

import { useState } from "react";
import { useToast } from "@/app/_ui/toast/use-toast";
import { PasswordChangeForm } from "./password-change-form";

export function PasswordChange({ email }: { email: string }) {
  const say = useToast();
  const [changes, setChanges] = useState(0);
  return (
    <PasswordChangeForm
      // Empty again after each change.
      key={changes}
      email={email}
      onDone={() => {
        setChanges(changes + 1);
        say({ title: "Your password is changed.", description: "Your other sessions have ended." });
      }}
    />
  );
}
