/** A part of a whole, or of the largest, as a bar; the figure stands beside it. */
export function ShareBar({ share }: { share: number }) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return (
    <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" className="block h-1.5 w-full">
      <rect width="100" height="1" className="fill-sunken" />
      <rect width={width} height="1" className="fill-accent" />
    </svg>
  );
}
