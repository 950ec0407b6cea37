"use client";

import { IconButton } from "@/app/_ui/icon-button";
import { Menu, type MenuItem } from "@/app/_ui/menu";
import type { Account } from "@/lib/accounts/account";
import type { Asked } from "./account-dialogs";

type Props = { account: Account; isOwn: boolean; onAsk: (asked: Asked) => void };

export function AccountMenu({ account, isOwn, onAsk }: Props) {
  const item = (label: string, icon: MenuItem["icon"], what: Asked["what"]): MenuItem => ({
    label,
    ...(icon === undefined ? {} : { icon }),
    onSelect: () => onAsk({ what, account }),
  });
  const role = item("Change the role…", "user-cog", "position");
  const active: readonly (readonly MenuItem[])[] = [
    [role, item("Link for another password…", "key-round", "reset")],
    // Whoever deactivates themselves is out at once, and seldom meant it.
    isOwn ? [] : [{ ...item("Deactivate…", "user-round-x", "deactivation"), isDestructive: true }],
  ];
  const groups = account.isActive
    ? active
    : [[role], [item("Reactivate…", "user-round-check", "reactivation")]];
  return (
    <Menu
      trigger={<IconButton icon="ellipsis" label={`Change ${account.name}`} className="-ml-2" />}
      groups={groups.filter(({ length }) => length > 0)}
    />
  );
}
