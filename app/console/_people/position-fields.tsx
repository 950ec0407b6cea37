"use client";

import { useState } from "react";
import { Combobox } from "@/app/_ui/combobox/combobox";
import { optionsFrom } from "@/app/_ui/combobox/option";
import { RadioGroup } from "@/app/_ui/radio-group";
import type { Role } from "@/lib/accounts/person";
import type { AgencyRef } from "@/lib/agencies/agency";

const ROLES = [
  { value: "agent", label: "Agent", hint: "Edits the listings of one agency." },
  { value: "editor", label: "Editor", hint: "Edits every listing." },
  {
    value: "administrator",
    label: "Administrator",
    hint: "Edits every listing, and decides who may sign in.",
  },
];

type Props = {
  agencies: readonly AgencyRef[];
  /** As it is now, or as it is to begin with. */
  now: { readonly role: Role; readonly agency: AgencyRef | null };
  errorOf: (field: string) => string | undefined;
};

/** What somebody may do, and of an agent for whom: the fields "role" and "agency". */
export function PositionFields({ agencies, now, errorOf }: Props) {
  const [chosen, setChosen] = useState<string>(now.role);
  return (
    <>
      <RadioGroup
        legend="Role"
        name="role"
        options={ROLES}
        value={now.role}
        onChange={setChosen}
        error={errorOf("role")}
      />
      {chosen === "agent" ? (
        <Combobox
          label="Agency"
          name="agency"
          placeholder="Type its name"
          load={optionsFrom(agencies.map(toOption))}
          error={errorOf("agency")}
          {...(now.agency === null ? {} : { value: toOption(now.agency) })}
        />
      ) : null}
    </>
  );
}

function toOption({ slug, name }: AgencyRef) {
  return { value: slug, label: name };
}
