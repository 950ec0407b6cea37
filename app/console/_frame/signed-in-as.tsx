import { Avatar } from "@/app/_ui/avatar";
import { roleWord } from "@/app/console/_people/role-words";
import type { Who } from "./who";

export function SignedInAs({ who: { name, role, agency } }: { who: Who }) {
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar name={name} isDecoration />
      <div className="min-w-0 text-sm">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-muted">{agency ?? roleWord(role)}</p>
      </div>
    </div>
  );
}
