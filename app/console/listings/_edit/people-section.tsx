import { Combobox } from "@/app/_ui/combobox/combobox";
import { MultiCombobox } from "@/app/_ui/combobox/multi-combobox";
import { optionsFrom } from "@/app/_ui/combobox/option";
import type { AgencyRef } from "@/lib/agencies/agency";
import { EditorSection } from "./editor-section";
import { type Form, listIn, textIn } from "./form";

type Props = {
  form: Form;
  /** Those to choose from; null for an agent, whose listings stay with their own. */
  agencies: readonly AgencyRef[] | null;
};

export function PeopleSection({ form, agencies }: Props) {
  const { listing, set, error } = form;
  const chosen = agencies?.find(({ slug }) => slug === textIn(form, "agency"));
  const people = listing.agents.map(({ slug, name }) => ({ value: slug, label: name }));
  const isMoved = form.value("agency") !== listing.fields.agency;
  return (
    <EditorSection id="people">
      <div className="grid gap-4 md:grid-cols-2">
        {agencies === null ? (
          <div className="grid content-start gap-1">
            <p className="font-medium text-sm">Agency</p>
            <p>{listing.agency?.name ?? "Your own"}</p>
          </div>
        ) : (
          <Combobox
            label="Agency"
            load={optionsFrom(agencies.map(({ slug, name }) => ({ value: slug, label: name })))}
            {...(chosen === undefined ? {} : { value: { value: chosen.slug, label: chosen.name } })}
            hint="Another agency takes the agents away; choose them once that is saved."
            error={error("agency")}
            onChange={(option) => set("agency", option?.value ?? null)}
          />
        )}
        {form.isNew || isMoved ? null : (
          <MultiCombobox
            label="Agents"
            load={optionsFrom(people)}
            values={listIn<string>(form, "agents").flatMap((slug) =>
              people.filter(({ value }) => value === slug),
            )}
            hint="The first is the one to call."
            error={error("agents")}
            onChange={(options) =>
              set(
                "agents",
                options.map(({ value }) => value),
              )
            }
          />
        )}
      </div>
    </EditorSection>
  );
}
