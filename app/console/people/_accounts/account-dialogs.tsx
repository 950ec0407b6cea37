"use client";

import type { Account } from "@/lib/accounts/account";
import type { AgencyRef } from "@/lib/agencies/agency";
import { ActivityDialog } from "./activity-dialog";
import { PositionDialog } from "./position-dialog";
import { ResetDialog } from "./reset-dialog";

export type Asked = {
  readonly what: "position" | "reset" | "deactivation" | "reactivation";
  readonly account: Account;
};

type Props = { asked: Asked | null; agencies: readonly AgencyRef[]; onClose: () => void };

/** What was asked for in the menu of a row. Beside the table, so that it outlives the menu and the row. */
export function AccountDialogs({ asked, agencies, onClose }: Props) {
  if (asked === null) return null;
  const { what, account } = asked;
  if (what === "position") return <PositionDialog account={account} agencies={agencies} onClose={onClose} />;
  if (what === "reset") return <ResetDialog account={account} onClose={onClose} />;
  return <ActivityDialog account={account} onClose={onClose} />;
}
