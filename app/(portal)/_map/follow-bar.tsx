import type { useFollow } from "./use-follow";

/** Searching where the map is, at every move or once. */
export function FollowBar({ following }: { following: ReturnType<typeof useFollow> }) {
  const { isFollowing, hasMoved, follow, search } = following;
  return (
    <div className="absolute top-3 left-3 grid max-w-[calc(100%-5rem)] justify-items-start gap-2">
      <label className="flex cursor-pointer items-center gap-2 rounded-control border border-line bg-raised px-3 py-2 text-sm shadow-card">
        <input
          type="checkbox"
          checked={isFollowing}
          onChange={(event) => follow(event.currentTarget.checked)}
          className="check"
        />
        Search as I move the map
      </label>
      {hasMoved && !isFollowing ? (
        <button type="button" onClick={search} className="button shadow-card">
          Search this area
        </button>
      ) : null}
    </div>
  );
}
