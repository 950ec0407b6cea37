import { TextArea } from "@/app/_ui/text-area";
import { TextField } from "@/app/_ui/text-field";
import { EditorSection } from "./editor-section";
import { type Form, listIn, textIn } from "./form";

const HEADLINE_MAX = 200;
const DESCRIPTION_MAX = 20_000;

export function TextSection({ form }: { form: Form }) {
  const { set, error } = form;
  return (
    <EditorSection id="text">
      <TextField
        label="Headline"
        name="headline"
        isRequired
        defaultValue={textIn(form, "headline")}
        countMax={HEADLINE_MAX}
        error={error("headline")}
        onChange={({ target }) => set("headline", target.value)}
      />
      <TextArea
        label="Description"
        name="description"
        rows={7}
        defaultValue={textIn(form, "description")}
        hint="An empty line begins a paragraph."
        countMax={DESCRIPTION_MAX}
        error={error("description")}
        onChange={({ target }) => set("description", target.value)}
      />
      <TextArea
        label="Features"
        name="features"
        rows={3}
        defaultValue={listIn<string>(form, "features").join("\n")}
        hint="One in each line."
        error={error("features")}
        onChange={({ target }) => set("features", linesOf(target.value))}
      />
    </EditorSection>
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
