/** Values of a listing's columns that are apt to be searched wrongly. */
export const TEXTS = [
  "Sunny house by the sea",
  "Café-style kitchen, 4-car garage; “butler’s” pantry",
  "503/170 Stringybark Avenue",
  "THE HOUSES were HOUSED",
  "Ünïcödé naïveté 北京 m² ½",
  "",
  `${"verylongword".repeat(12)} short`,
];
export const FEATURES = [
  "'{}'",
  "ARRAY['Swimming pool', 'Butler''s pantry']",
  "ARRAY['swimming-pool', '—', 'Café']",
];
export const STATUSES = [
  "status = 'active', offer = 'sale', sold_on = NULL, leased_on = NULL",
  "status = 'under_offer', offer = 'sale', sold_on = NULL, leased_on = NULL",
  "status = 'active', offer = 'rent', sold_on = NULL, leased_on = NULL",
  "status = 'sold', offer = 'sale', sold_on = '2026-05-01', leased_on = NULL",
  "status = 'withdrawn', sold_on = NULL, leased_on = NULL",
  "status = 'leased', offer = 'rent', sold_on = NULL, leased_on = '2026-05-01'",
];
export const FACTS = [
  "price_low = NULL, price_high = NULL",
  "price_low = 9007199254740991, price_high = 9007199254740991",
  "price_currency = 'USD'",
  "bedrooms = NULL, bathrooms = 2.5, parking = 9",
  "bathrooms = 99, bedrooms = 0, parking = NULL",
  "land_area_m2 = 1e300",
  "land_area_m2 = 524.5",
  "land_area_m2 = NULL, property_type = 'land'",
  "latitude = -30.5, longitude = 150.25",
  "latitude = NULL, longitude = NULL",
  "hide_street = NOT hide_street",
  "agency_id = NULL",
  "agency_id = 1",
  "published_at = published_at - interval '1 day'",
  "price_display = 'On request'",
  "headline = headline",
];
