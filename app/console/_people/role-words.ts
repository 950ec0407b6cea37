import type { Role } from "@/lib/accounts/person";

const WORDS: Readonly<Record<Role, string>> = {
  agent: "Agent",
  editor: "Editor",
  administrator: "Administrator",
};

export function roleWord(role: Role): string {
  return WORDS[role];
}

/** "Agent of Harbour Homes", "Editor". */
export function positionWords(role: Role, agency: string | null): string {
  return agency === null ? roleWord(role) : `${roleWord(role)} of ${agency}`;
}
