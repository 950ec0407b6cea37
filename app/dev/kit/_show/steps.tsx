import { SectionNav } from "@/app/_ui/section-nav";
import { Stepper } from "@/app/_ui/stepper";
import { Specimen } from "./show";

export function Steps() {
  return (
    <>
      <Specimen name="Steps, in their order">
        <Stepper
          label="Publishing 12 Smith Street"
          steps={[
            { label: "Address", state: "done", href: "#steps" },
            { label: "Details", state: "wrong", href: "#steps" },
            { label: "Photos", state: "current" },
            { label: "Check", state: "ahead" },
          ]}
        />
      </Specimen>
      <Specimen name="Parts of a long form, with what is to be put right">
        <div className="max-w-56">
          <SectionNav
            label="Parts of the form"
            sections={[
              { id: "fields", label: "Details" },
              { id: "choices", label: "Sale", problems: 1 },
              { id: "steps", label: "Open homes", problems: 2 },
            ]}
          />
        </div>
      </Specimen>
    </>
  );
}
