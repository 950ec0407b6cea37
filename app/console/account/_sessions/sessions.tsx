"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { sendOrThrow } from "@/app/_ui/send-json";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { OwnSession } from "@/lib/accounts/account";
import { SessionRow } from "./session-row";

export function Sessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const router = useRouter();
  const say = useToast();
  const others = sessions.filter(({ isThis }) => !isThis).length;
  return (
    <div className="grid justify-items-start gap-3">
      <ul className="w-full rounded-card border border-line bg-surface">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {others === 0 ? null : (
        <ConfirmDialog
          trigger={<Button>End all others…</Button>}
          title={others === 1 ? "End the other session?" : `End the ${others} other sessions?`}
          confirmLabel="End them"
          busyLabel="Ending them…"
          isDestructive
          onConfirm={async () => {
            await sendOrThrow("DELETE", "/api/account/sessions");
            router.refresh();
            say({ title: "You are signed in only here." });
          }}
        >
          Whoever works in one of them is asked to sign in at the next step. This one goes on.
        </ConfirmDialog>
      )}
    </div>
  );
}
