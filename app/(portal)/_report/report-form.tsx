"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/app/_ui/button";
import { FormFailure } from "@/app/_ui/form/form-failure";
import { textOf } from "@/app/_ui/form/text-of";
import { useForm } from "@/app/_ui/form/use-form";
import { RadioGroup } from "@/app/_ui/radio-group";
import { sendOnce } from "@/app/_ui/send-json";
import { TextArea } from "@/app/_ui/text-area";
import { TextField } from "@/app/_ui/text-field";
import { useHydrated } from "@/app/_ui/use-hydrated";
import { MESSAGE_LENGTH_MAX, REPORT_REASONS, REPORT_WORDS } from "@/lib/reports/report";
import { sentPath } from "@/lib/reports/report-outcome";

const REASONS = REPORT_REASONS.map((reason) => ({ value: reason, label: REPORT_WORDS[reason] }));

/** Sends a report, by script or by itself. `listing`: what is reported, where the page knows it. */
export function ReportForm({ listing }: { listing: number | null }) {
  const isHydrated = useHydrated();
  const router = useRouter();
  const form = useForm({
    read: (fields) => ({
      listing: textOf(fields, "listing"),
      reason: textOf(fields, "reason"),
      message: textOf(fields, "message"),
      email: textOf(fields, "email"),
    }),
    send: (sent) => sendOnce<{ reference: string }>("POST", "/api/reports", sent),
    onDone: ({ reference }) => router.push(sentPath(reference)),
  });
  return (
    // The browser checks what is sent without a script; else the portal answers beside each field.
    <form {...form.props} noValidate={isHydrated} action="/api/reports" className="grid max-w-2xl gap-6">
      <FormFailure failure={form.failure} />
      {listing === null ? (
        <TextField
          label="Which listing"
          name="listing"
          hint="Its address, or the number with which that ends."
          error={form.errorOf("listing")}
          isRequired
          maxLength={2_000}
          autoComplete="off"
        />
      ) : (
        <input type="hidden" name="listing" value={listing} />
      )}
      <RadioGroup
        legend="What is wrong"
        name="reason"
        options={REASONS}
        error={form.errorOf("reason")}
        isRequired
      />
      <TextArea
        label="What we should know"
        name="message"
        rows={5}
        hint="What you saw, and what would be right."
        error={form.errorOf("message")}
        isRequired
        maxLength={MESSAGE_LENGTH_MAX}
      />
      <TextField
        label="Your e-mail address, if you want an answer"
        name="email"
        type="email"
        hint="Used for this report alone, and forgotten when it is closed."
        error={form.errorOf("email")}
        maxLength={254}
        autoComplete="email"
      />
      <Button
        type="submit"
        look="primary"
        isBusy={form.isBusy}
        busyLabel="Sending…"
        className="justify-self-start"
      >
        Send the report
      </Button>
    </form>
  );
}
