"use client";

import { useState } from "react";
import { Badge } from "@/app/_ui/badge";
import { LocalTime } from "@/app/_ui/local-time";
import type { Column } from "@/app/_ui/table/column";
import { DataTable } from "@/app/_ui/table/data-table";
import { positionWords } from "@/app/console/_people/role-words";
import type { Account } from "@/lib/accounts/account";
import type { AgencyRef } from "@/lib/agencies/agency";
import { AccountDialogs, type Asked } from "./account-dialogs";
import { AccountMenu } from "./account-menu";

type Props = { accounts: readonly Account[]; agencies: readonly AgencyRef[]; ownId: number };

export function AccountsTable({ accounts, agencies, ownId }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const menu: Column<Account> = {
    key: "actions",
    header: "Actions",
    cell: (account) => <AccountMenu account={account} isOwn={account.id === ownId} onAsk={setAsked} />,
  };
  return (
    <>
      <DataTable
        caption="People"
        columns={[...columnsFor(ownId), menu]}
        rows={accounts}
        keyOf={({ id }) => String(id)}
        nameOf={({ name }) => name}
      />
      <AccountDialogs asked={asked} agencies={agencies} onClose={() => setAsked(null)} />
    </>
  );
}

function columnsFor(ownId: number): readonly Column<Account>[] {
  return [
    {
      key: "name",
      header: "Name",
      isTitle: true,
      cell: ({ id, name, email }) => (
        <>
          <span className="block font-medium">{id === ownId ? `${name} (you)` : name}</span>
          <span className="block min-w-44 break-words text-muted">{email}</span>
        </>
      ),
    },
    { key: "role", header: "Role", cell: ({ role, agency }) => positionWords(role, agency?.name ?? null) },
    {
      key: "second-factor",
      header: "Second factor",
      cell: ({ hasSecondFactor }) => (hasSecondFactor ? "On" : <span className="text-muted">Off</span>),
    },
    { key: "since", header: "Since", cell: ({ createdAt }) => <LocalTime iso={createdAt} hasTime={false} /> },
    {
      key: "state",
      header: "State",
      cell: ({ isActive }) =>
        isActive ? <Badge tone="success">Active</Badge> : <Badge tone="neutral">Deactivated</Badge>,
    },
  ];
}
