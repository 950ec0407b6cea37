import type { AgencyRef } from "@/lib/agencies/agency";
import { AddressSection } from "./address-section";
import type { Form } from "./form";
import { PeopleSection } from "./people-section";
import { PicturesSection } from "./pictures-section";
import { PriceSection } from "./price-section";
import { RoomsSection } from "./rooms-section";
import { TextSection } from "./text-section";
import { TimesSection } from "./times-section";

export function EditorSections({ form, agencies }: { form: Form; agencies: readonly AgencyRef[] | null }) {
  return (
    <>
      <AddressSection form={form} />
      <RoomsSection form={form} />
      <PriceSection form={form} />
      <TextSection form={form} />
      <PeopleSection form={form} agencies={agencies} />
      <TimesSection form={form} />
      <PicturesSection form={form} />
    </>
  );
}
