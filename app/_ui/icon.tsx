const PATHS = {
  bed: "M3 18v-5.5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2V18M3 15.5h18M5 10.5V7a1.5 1.5 0 0 1 1.5-1.5h11A1.5 1.5 0 0 1 19 7v3.5M8 10.5V9h8v1.5",
  bath: "M3 12.5h18v2a4.5 4.5 0 0 1-4.5 4.5h-9A4.5 4.5 0 0 1 3 14.5zM6 12.5V6.5a2 2 0 0 1 4 0M7 19l-1 2M17 19l1 2",
  car: "M4 17.5v-4.5l2-5.5a1.5 1.5 0 0 1 1.5-1h9a1.5 1.5 0 0 1 1.5 1l2 5.5v4.5M4 13h16M4 17.5h16M6 17.5V20M18 17.5V20M7.5 15.3h.01M16.5 15.3h.01",
  land: "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4",
  floor: "M4 4h16v16H4zM4 11h6M10 4v4M10 11v3M14 20v-7h6",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20",
  cross: "M6 6l12 12M18 6 6 18",
  right: "M5 12h13M13 6.5 18.5 12 13 17.5",
  left: "M19 12H6M11 6.5 5.5 12 11 17.5",
  down: "M6 9.5l6 6 6-6",
  sliders: "M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M7 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0",
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing that says nothing on its own: the words stand beside it. */
export function Icon({ name, className = "size-5" }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
