"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { sendOrThrow } from "@/app/_ui/send-json";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { Invitation } from "@/lib/accounts/account";
import { NewLinkDialog } from "./new-link-dialog";

export function InvitationActions({ invitation }: { invitation: Invitation }) {
  const router = useRouter();
  const say = useToast();
  const { id, email } = invitation;
  return (
    <div className="-mx-4 flex flex-wrap">
      <NewLinkDialog invitation={invitation} />
      <ConfirmDialog
        trigger={
          <Button look="quiet" aria-label={`Take back the invitation of ${email}…`}>
            Take back…
          </Button>
        }
        title={`Take back the invitation of ${email}?`}
        confirmLabel="Take it back"
        busyLabel="Taking it back…"
        isDestructive
        onConfirm={async () => {
          await sendOrThrow("DELETE", `/api/console/invitations/${id}`);
          router.refresh();
          say({ title: `${email} is no longer invited.` });
        }}
      >
        The link that was sent is then good for nothing.
      </ConfirmDialog>
    </div>
  );
}
