import { Badge } from "@/app/_ui/badge";
import type { Column } from "@/app/_ui/table/column";

export type Home = {
  readonly id: string;
  readonly address: string;
  readonly suburb: string;
  readonly price: number;
  readonly views: number;
  readonly state: "Draft" | "For sale" | "Under offer" | "Withdrawn";
};

const STATES = ["For sale", "For sale", "Under offer", "Draft", "Withdrawn"] as const;
const STREETS = ["Smith Street", "Wattle Lane", "Harbour Road", "Ironbark Avenue", "Station Street"];
const SUBURBS = ["Newtown", "Fremantle", "New Farm", "Battery Point"];
const COUNT = 23;

export const HOMES: readonly Home[] = Array.from({ length: COUNT }, (_, index) => ({
  id: `home-${index}`,
  address: `${3 + ((index * 7) % 90)} ${STREETS[index % STREETS.length]}`,
  suburb: SUBURBS[index % SUBURBS.length] ?? "",
  price: 640_000 + ((index * 137) % 23) * 55_000,
  views: (index * 389) % 1_450,
  state: STATES[index % STATES.length] ?? "Draft",
}));

const TONES = {
  Draft: "neutral",
  "For sale": "success",
  "Under offer": "info",
  Withdrawn: "warning",
} as const;

export const COLUMNS: readonly Column<Home>[] = [
  { key: "address", header: "Address", isTitle: true, isSortable: true, cell: ({ address }) => address },
  { key: "suburb", header: "Suburb", isSortable: true, cell: ({ suburb }) => suburb },
  { key: "state", header: "State", cell: ({ state }) => <Badge tone={TONES[state]}>{state}</Badge> },
  {
    key: "price",
    header: "Price guide",
    isNumeric: true,
    isSortable: true,
    cell: ({ price }) => `$${price.toLocaleString("en-AU")}`,
  },
  {
    key: "views",
    header: "Views",
    isNumeric: true,
    isSortable: true,
    cell: ({ views }) => views.toLocaleString("en-AU"),
  },
];
