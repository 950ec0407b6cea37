"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon, type IconName } from "@/app/_ui/icon";
import type { Role } from "@/lib/accounts/person";

type Place = { readonly href: string; readonly label: string; readonly icon: IconName };

const LISTINGS: Place = { href: "/console/listings", label: "Listings", icon: "house" };
const PEOPLE: Place = { href: "/console/people", label: "People", icon: "users-round" };
const ACCOUNT: Place = { href: "/console/account", label: "My account", icon: "user-round" };

export function ConsoleNav({ role }: { role: Role }) {
  const path = usePathname();
  const places = role === "administrator" ? [LISTINGS, PEOPLE, ACCOUNT] : [LISTINGS, ACCOUNT];
  return (
    <nav aria-label="Console">
      <ul className="grid gap-0.5">
        {places.map(({ href, label, icon }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={markOf(path, href)}
              className="flex min-h-(--control) items-center gap-3 rounded-control px-3 font-medium text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent"
            >
              <Icon of={icon} className="size-4.5" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function markOf(path: string, href: string): "page" | "true" | undefined {
  if (path === href) return "page";
  return path.startsWith(`${href}/`) ? "true" : undefined;
}
