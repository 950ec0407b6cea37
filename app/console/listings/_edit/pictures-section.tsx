import { IconButton } from "@/app/_ui/icon-button";
import { TextField } from "@/app/_ui/text-field";
import type { Medium } from "@/lib/listings/listing-parts";
import { EditorSection } from "./editor-section";
import { type Form, listIn } from "./form";

/** The order and the captions of the pictures; the first is the main one. */
export function PicturesSection({ form }: { form: Form }) {
  const pictures = listIn<Medium>(form, "media");
  const put = (next: readonly Medium[]) => form.set("media", next);
  const swap = (index: number, other: number) => {
    const [one, two] = [pictures[index], pictures[other]];
    if (one === undefined || two === undefined) return;
    put(pictures.map((picture, at) => (at === index ? two : at === other ? one : picture)));
  };
  if (pictures.length === 0)
    return (
      <EditorSection id="pictures">
        <p className="text-muted">
          {form.listing.source?.slug === "demo"
            ? "The pictures of invented listings are drawn from their facts; there is nothing to arrange."
            : "None yet."}
        </p>
      </EditorSection>
    );
  return (
    <EditorSection id="pictures">
      <ol className="grid gap-3">
        {pictures.map(({ id, caption }, index) => (
          <li key={id} className="grid grid-cols-[1fr_auto_auto] items-end gap-2">
            <TextField
              label={`Caption of picture ${index + 1}`}
              hint={aboutPicture(form, id)}
              name="media"
              value={caption}
              onChange={({ target }) =>
                put(pictures.map((one) => (one.id === id ? { id, caption: target.value } : one)))
              }
            />
            <IconButton
              icon="arrow-up"
              label={`Move picture ${index + 1} up`}
              onClick={() => swap(index, index - 1)}
              disabledReason={index === 0 ? "It is the first." : undefined}
            />
            <IconButton
              icon="arrow-down"
              label={`Move picture ${index + 1} down`}
              onClick={() => swap(index, index + 1)}
              disabledReason={index === pictures.length - 1 ? "It is the last." : undefined}
            />
          </li>
        ))}
      </ol>
    </EditorSection>
  );
}

function aboutPicture({ listing }: Form, id: number): string {
  const picture = listing.pictures.find((one) => one.id === id);
  return picture === undefined ? "" : `${picture.kind}, ${picture.widthPx} × ${picture.heightPx}`;
}
