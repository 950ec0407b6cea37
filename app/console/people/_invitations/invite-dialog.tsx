"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog, DialogClose } from "@/app/_ui/dialog";
import { Icon } from "@/app/_ui/icon";
import { type Link, MadeLink } from "@/app/console/_people/made-link";
import type { AgencyRef } from "@/lib/agencies/agency";
import { InviteForm } from "./invite-form";

export function InviteDialog({ agencies }: { agencies: readonly AgencyRef[] }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [made, setMade] = useState<(Link & { readonly email: string }) | null>(null);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(next) => {
        setIsOpen(next);
        if (next) setMade(null);
      }}
      trigger={
        <Button look="primary">
          <Icon of="user-round-plus" className="size-4.5" />
          Invite somebody
        </Button>
      }
      title={made === null ? "Invite somebody" : "The invitation is made"}
      description={
        made === null
          ? "You get a link to send them, good for seven days. They choose their password themselves."
          : `Send this link to ${made.email}. The portal sends no mail itself.`
      }
    >
      {made === null ? (
        <InviteForm
          agencies={agencies}
          onDone={(link) => {
            setMade(link);
            router.refresh();
          }}
        />
      ) : (
        <>
          <MadeLink link={made.link} expiresAt={made.expiresAt} />
          <div className="dialog-actions">
            <Button onClick={() => setMade(null)}>Invite another</Button>
            <DialogClose>
              <Button look="primary">Done</Button>
            </DialogClose>
          </div>
        </>
      )}
    </Dialog>
  );
}
