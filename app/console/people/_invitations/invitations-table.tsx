"use client";

import { EmptyState } from "@/app/_ui/empty-state";
import { LocalTime } from "@/app/_ui/local-time";
import type { Column } from "@/app/_ui/table/column";
import { DataTable } from "@/app/_ui/table/data-table";
import { positionWords } from "@/app/console/_people/role-words";
import type { Invitation } from "@/lib/accounts/account";
import { InvitationActions } from "./invitation-actions";

export function InvitationsTable({ invitations }: { invitations: readonly Invitation[] }) {
  return (
    <DataTable
      caption="Open invitations"
      columns={COLUMNS}
      rows={invitations}
      keyOf={({ id }) => String(id)}
      nameOf={({ email }) => email}
      instead={
        invitations.length > 0 ? undefined : (
          <EmptyState icon="mail-open" title="No invitation is open">
            Whom you invite stands here until they have accepted.
          </EmptyState>
        )
      }
    />
  );
}

const COLUMNS: readonly Column<Invitation>[] = [
  {
    key: "who",
    header: "For",
    isTitle: true,
    cell: ({ email, name }) => (
      <>
        <span className="block font-medium">{name === "" ? email : name}</span>
        {name === "" ? null : <span className="block min-w-44 break-words text-muted">{email}</span>}
      </>
    ),
  },
  { key: "role", header: "Role", cell: ({ role, agency }) => positionWords(role, agency?.name ?? null) },
  { key: "by", header: "Invited by", cell: ({ invitedBy }) => invitedBy },
  { key: "until", header: "Good until", cell: ({ expiresAt }) => <LocalTime iso={expiresAt} /> },
  { key: "actions", header: "Actions", cell: (invitation) => <InvitationActions invitation={invitation} /> },
];
