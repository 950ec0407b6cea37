import type { ReactNode } from "react";

export const SECTIONS = [
  { id: "address", label: "Address", fields: ["street", "hideStreet", "locality", "latitude", "longitude"] },
  {
    id: "rooms",
    label: "Type and rooms",
    fields: ["offer", "propertyType", "beds", "baths", "parking", "landAreaM2", "floorAreaM2"],
  },
  { id: "price", label: "Price", fields: ["price", "priceDisplay", "priceLow", "priceHigh"] },
  { id: "text", label: "Text", fields: ["headline", "description", "features"] },
  { id: "people", label: "Agency and agents", fields: ["agency", "agents"] },
  { id: "times", label: "Inspections", fields: ["inspections"] },
  { id: "pictures", label: "Pictures", fields: ["media"] },
] as const;
export type SectionId = (typeof SECTIONS)[number]["id"];

/** A part of the editor, with the anchor that leads to it. */
export function EditorSection({ id, children }: { id: SectionId; children: ReactNode }) {
  const label = SECTIONS.find((section) => section.id === id)?.label;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-4 gap-4 border-line border-b py-5 first:pt-0 last:border-b-0"
    >
      <h2 id={`${id}-title`} className="text-xl">
        {label}
      </h2>
      {children}
    </section>
  );
}
