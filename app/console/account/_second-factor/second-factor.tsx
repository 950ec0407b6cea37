"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { OwnAccount } from "@/lib/accounts/account";
import { Enrolment } from "./enrolment";
import { FactorOff } from "./factor-off";
import { FactorOn } from "./factor-on";
import { RecoveryCodes } from "./recovery-codes";

type State = { readonly at: "rest" } | { readonly at: "enrolment" } | { readonly codes: readonly string[] };

/** Rest, the way to a second factor, or codes that are shown once and have to be kept first. */
export function SecondFactor({ account }: { account: OwnAccount }) {
  const router = useRouter();
  const say = useToast();
  const [state, setState] = useState<State>({ at: "rest" });
  const rest = (title: string) => {
    setState({ at: "rest" });
    router.refresh();
    say({ title });
  };
  if ("codes" in state)
    return (
      <RecoveryCodes
        email={account.email}
        codes={state.codes}
        onKept={() => rest("Your recovery codes are in force.")}
      />
    );
  if (state.at === "enrolment")
    return (
      <Enrolment
        email={account.email}
        onLeave={() => setState({ at: "rest" })}
        onDone={() => rest("Your second factor is on.")}
      />
    );
  if (!account.hasSecondFactor) return <FactorOff onBegin={() => setState({ at: "enrolment" })} />;
  return (
    <FactorOn
      codesLeft={account.recoveryCodesLeft}
      onRenewed={(codes) => setState({ codes })}
      onRemoved={() => rest("Your second factor is off.")}
    />
  );
}
