const LABELS: Readonly<Record<string, string>> = {
  offer: "Offered for",
  status: "Status",
  propertyType: "Type",
  headline: "Headline",
  description: "Description",
  features: "Features",
  price: "Price",
  priceDisplay: "Price as shown",
  priceLow: "Searched from",
  priceHigh: "Searched to",
  priceCurrency: "Currency",
  beds: "Bedrooms",
  baths: "Bathrooms",
  parking: "Car spaces",
  landAreaM2: "Land",
  floorAreaM2: "Floor area",
  street: "Street",
  hideStreet: "Street on the page",
  latitude: "Latitude",
  longitude: "Longitude",
  publishedAt: "On show since",
  soldOn: "Sold on",
  soldPrice: "Sold for",
  leasedOn: "Leased on",
  locality: "Suburb",
  agency: "Agency",
  agents: "Agents",
  inspections: "Inspections",
  media: "Pictures",
};

/** What people call a field of a listing. */
export function fieldLabel(field: string): string {
  return LABELS[field] ?? field;
}

/** "must have 1 to 200 characters" of the headline, as a sentence. */
export function problemText(field: string, reason: string): string {
  if (field === "locality") return "Choose a suburb from the list.";
  return /^[a-z]/.test(reason) ? `${fieldLabel(field)} ${reason}.` : reason;
}
