import type { Metadata } from "next";
import { SectionNav } from "@/app/_ui/section-nav";
import { ToastRegion } from "@/app/_ui/toast/toast-region";
import { Buttons } from "./_show/buttons";
import { Charts } from "./_show/charts";
import { Choices } from "./_show/choices";
import { Colours } from "./_show/colours";
import { Comboboxes } from "./_show/comboboxes";
import { Conflicts } from "./_show/conflicts";
import { Dialogs } from "./_show/dialogs";
import { Fields } from "./_show/fields";
import { LookSwitch } from "./_show/look-switch";
import { Menus } from "./_show/menus";
import { Messages } from "./_show/messages";
import { Show } from "./_show/show";
import { SmallThings } from "./_show/small-things";
import { StateViews } from "./_show/state-views";
import { Steps } from "./_show/steps";
import { Tables } from "./_show/tables";
import { TypeScale } from "./_show/type-scale";
import { Waiting } from "./_show/waiting";

export const metadata: Metadata = { title: "Design kit", robots: "noindex" };

const SECTIONS = [
  { id: "colour", label: "Colour", Content: Colours },
  { id: "type", label: "Type and space", Content: TypeScale },
  { id: "buttons", label: "Buttons", Content: Buttons },
  { id: "fields", label: "Fields", Content: Fields },
  { id: "choices", label: "Choices", Content: Choices },
  { id: "combobox", label: "Combobox", Content: Comboboxes },
  { id: "dialogs", label: "Dialogs and drawers", Content: Dialogs },
  { id: "menus", label: "Menus, tabs, tooltips", Content: Menus },
  { id: "tables", label: "Tables", Content: Tables },
  { id: "charts", label: "Charts", Content: Charts },
  { id: "messages", label: "Notices and toasts", Content: Messages },
  { id: "states", label: "Nothing, and failure", Content: StateViews },
  { id: "waiting", label: "Waiting", Content: Waiting },
  { id: "small", label: "Small things", Content: SmallThings },
  { id: "steps", label: "Steps and sections", Content: Steps },
  { id: "conflict", label: "Two editors", Content: Conflicts },
];

export default function KitPage() {
  return (
    <ToastRegion>
      <div className="shell grid gap-x-10 py-8 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <header className="grid gap-4 pb-6 lg:col-span-2">
          <h1 className="text-4xl">Design kit</h1>
          <p className="max-w-prose text-muted">
            Every primitive of app/_ui in every state. It stands here in development only.
          </p>
          <LookSwitch />
        </header>
        <div className="max-lg:hidden">
          <div className="sticky top-6">
            <SectionNav
              label="Sections of the kit"
              sections={SECTIONS.map(({ id, label }) => ({ id, label }))}
            />
          </div>
        </div>
        <main className="grid min-w-0 gap-14">
          {SECTIONS.map(({ id, label, Content }) => (
            <Show key={id} id={id} title={label}>
              <Content />
            </Show>
          ))}
        </main>
      </div>
    </ToastRegion>
  );
}
