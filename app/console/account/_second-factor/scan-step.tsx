"use client";

import { Button } from "@/app/_ui/button";
import { CopyButton } from "@/app/_ui/copy-button";
import { FormFailure } from "@/app/_ui/form/form-failure";
import { textOf } from "@/app/_ui/form/text-of";
import { useForm } from "@/app/_ui/form/use-form";
import { QrCode } from "@/app/_ui/qr-code";
import { sendJson } from "@/app/_ui/send-json";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";

type Props = {
  secret: string;
  uri: string;
  onLeave: () => void;
  onDone: (recoveryCodes: readonly string[]) => void;
};

export function ScanStep({ secret, uri, onLeave, onDone }: Props) {
  const form = useForm({
    read: (fields) => ({ code: textOf(fields, "code").trim() }),
    check: ({ code }) =>
      code === "" ? [{ field: "code", reason: "Type the six digits that the app shows." }] : [],
    send: (sent) => sendJson<{ recoveryCodes: readonly string[] }>("PUT", "/api/account/second-factor", sent),
    onDone: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  return (
    <div className="grid gap-x-8 gap-y-5 sm:grid-cols-[auto_minmax(0,1fr)]">
      <QrCode text={uri} label="QR code for the authenticator app; the key beside it says the same" />
      <div className="grid content-start gap-4">
        <div className="grid justify-items-start gap-2">
          <p>Scan this with the app, or type the key into it:</p>
          <code className="select-all break-all rounded-small bg-sunken px-2 py-1 text-base">
            {inFours(secret)}
          </code>
          <CopyButton text={secret} label="Copy the key" />
        </div>
        <form {...form.props} className="grid max-w-md gap-4">
          <FormFailure failure={form.failure} />
          <TextField
            label="Code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            hint="The six digits that the app then shows. All your other sessions end."
            error={form.errorOf("code")}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton isBusy={form.isBusy} busyLabel="Turning it on…">
              Turn it on
            </SubmitButton>
            <Button onClick={onLeave}>Leave it off</Button>
          </div>
        </form>
      </div>
    </div>
  );
}

/** In groups that can be read out and typed; apps take no notice of the spaces. */
function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}
