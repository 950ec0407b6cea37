type Props = { instead: string; tryAgain(): void };

/** In the place of a map whose code did not come. `instead`: what else says what it would show. */
export function MapMissing({ instead, tryAgain }: Props) {
  return (
    <p role="alert" className="absolute inset-x-4 top-1/3 rounded-card bg-surface p-4 text-center">
      The map did not arrive; {instead}.{" "}
      <button type="button" onClick={tryAgain} className="link cursor-pointer">
        Try again
      </button>
    </p>
  );
}
