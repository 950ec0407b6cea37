/** In the place of a map that the browser cannot draw. `instead`: what else says what it would show. */
export function MapUndrawn({ instead }: { instead: string }) {
  return (
    <p className="absolute inset-x-4 top-1/3 rounded-card bg-surface p-4 text-center">
      This browser cannot draw the map; {instead}.
    </p>
  );
}
