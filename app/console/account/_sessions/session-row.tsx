"use client";

import { useRouter } from "next/navigation";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { LocalTime } from "@/app/_ui/local-time";
import { sendOrThrow } from "@/app/_ui/send-json";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { OwnSession } from "@/lib/accounts/account";
import { browserName } from "./browser-name";

export function SessionRow({ session }: { session: OwnSession }) {
  const { id, isThis, startedAt, lastSeenAt, address, userAgent } = session;
  const router = useRouter();
  const say = useToast();
  const name = browserName(userAgent);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line px-4 py-3 not-first:border-t">
      <div className="grid gap-0.5">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {isThis ? <Badge tone="success">This one</Badge> : null}
        </p>
        <p className="text-muted">
          From {address}, since <LocalTime iso={startedAt} />
          {isThis ? null : (
            <>
              ; last seen <LocalTime iso={lastSeenAt} />
            </>
          )}
        </p>
      </div>
      {isThis ? null : (
        <ConfirmDialog
          trigger={<Button aria-label={`End the session of ${name} from ${address}…`}>End…</Button>}
          title={`End the session of ${name}?`}
          confirmLabel="End it"
          busyLabel="Ending it…"
          isDestructive
          onConfirm={async () => {
            await sendOrThrow("DELETE", `/api/account/sessions/${id}`);
            router.refresh();
            say({ title: `The session of ${name} has ended.` });
          }}
        >
          Whoever works there is asked to sign in at the next step.
        </ConfirmDialog>
      )}
    </li>
  );
}
