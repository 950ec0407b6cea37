"use client";

import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { sendOrThrow } from "@/app/_ui/send-json";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { Account } from "@/lib/accounts/account";

/** Deactivates who is active, and the other way round. */
export function ActivityDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { id, name, isActive } = account;
  const router = useRouter();
  const say = useToast();
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={isActive ? `Deactivate ${name}?` : `Reactivate ${name}?`}
      confirmLabel={isActive ? "Deactivate" : "Reactivate"}
      busyLabel="One moment…"
      isDestructive={isActive}
      onConfirm={async () => {
        await sendOrThrow("PATCH", `/api/console/accounts/${id}`, { isActive: !isActive });
        router.refresh();
        say({ title: isActive ? `${name} is deactivated.` : `${name} can sign in again.` });
      }}
    >
      {isActive
        ? "Their sessions end at once, and they cannot sign in until they are reactivated. What they have done stays."
        : "They sign in with the password that they had."}
    </ConfirmDialog>
  );
}
