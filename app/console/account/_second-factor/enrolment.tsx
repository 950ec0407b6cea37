"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Stepper } from "@/app/_ui/stepper";
import { OwnPasswordForm } from "./own-password-form";
import { RecoveryCodes } from "./recovery-codes";
import { ScanStep } from "./scan-step";

type Offer = { readonly secret: string; readonly uri: string };
type Props = { email: string; onLeave: () => void; onDone: () => void };

const STEPS = ["Your password", "The app", "Recovery codes"];

/** The way to a second factor. It is on from the second step's code on, whether or not the third is finished. */
export function Enrolment({ email, onLeave, onDone }: Props) {
  const [offer, setOffer] = useState<Offer>();
  const [codes, setCodes] = useState<readonly string[]>();
  const at = codes !== undefined ? 2 : offer !== undefined ? 1 : 0;
  return (
    <div className="grid gap-5">
      <Stepper
        label="Setting up the second factor"
        steps={STEPS.map((label, index) => ({
          label,
          state: index < at ? "done" : index === at ? "current" : "ahead",
        }))}
      />
      {codes !== undefined ? (
        <RecoveryCodes email={email} codes={codes} onKept={onDone} />
      ) : offer !== undefined ? (
        <ScanStep {...offer} onLeave={onLeave} onDone={setCodes} />
      ) : (
        <OwnPasswordForm<Offer>
          method="POST"
          url="/api/account/second-factor"
          label="Go on"
          busyLabel="One moment…"
          onDone={setOffer}
        >
          <Button onClick={onLeave}>Leave it off</Button>
        </OwnPasswordForm>
      )}
    </div>
  );
}
