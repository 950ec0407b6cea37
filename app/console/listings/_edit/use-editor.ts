import { useRef, useState } from "react";
import { problemText } from "@/app/console/listings/_words/field-words";
import type { EditableListing } from "@/lib/listings/editable-listing";
import type { ListingConflict } from "@/lib/listings/field-conflicts";
import type { KeptDraft } from "@/lib/listings/listing-draft";
import type { ListingWritten } from "@/lib/listings/listing-write";
import { askJson, type Refused } from "./ask-json";
import {
  type Changes,
  type Edited,
  problemsIn,
  replacedIn,
  savedIn,
  typedIn,
  valueIn,
} from "./edited-listing";
import { useKeptDraft } from "./use-kept-draft";

type Saved = { readonly listing: EditableListing; readonly changed: readonly string[] };

/** Everything that an editor of one listing knows and does. */
export function useEditor(listing: EditableListing, draft: KeptDraft | null) {
  const api = `/api/console/listings/${listing.id}`;
  const known = draft?.changes ?? {};
  const [edited, setEdited] = useState<Edited>({
    ...{ listing, changes: known, generation: 0 },
    version: draft?.baseVersion ?? listing.version,
  });
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set(Object.keys(known)));
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isSaving = useRef(false);
  const problems = problemsIn(edited);
  const drafts = useKeptDraft({
    url: `${api}/draft`,
    version: edited.version,
    changes: edited.changes,
    known,
  });

  /** Reads it anew: AppErrors of the API come back, nothing is thrown. */
  const read = () => askJson<EditableListing>(api);
  const send = async (changes: Changes, version: number): Promise<Saved | Refused> => {
    const written = await askJson<ListingWritten>(api, { method: "PATCH", body: { version, changes } });
    if (written.refused !== undefined) return written.refused;
    const fresh = await read();
    if (fresh.refused !== undefined) return fresh.refused;
    setEdited((now) => savedIn(now, { listing: fresh.value, version: written.value.version, sent: changes }));
    setTouched(new Set());
    return { listing: fresh.value, changed: written.value.changed };
  };
  const save = async (
    changes = edited.changes,
    version = edited.version,
  ): Promise<Saved | Refused | null> => {
    if (isSaving.current) return null;
    isSaving.current = true;
    setIsBusy(true);
    const result = await send(changes, version);
    isSaving.current = false;
    setIsBusy(false);
    setRefused("message" in result ? result : null);
    return result;
  };

  return {
    ...{ edited, problems, touched, refused, isBusy, save, drafts },
    conflict: refused?.conflict ?? null,
    dismiss: () => setRefused(null),
    set: (field: string, value: unknown) => {
      setEdited((now) => typedIn(now, field, value));
      setRefused((now) => (now === null ? null : without(now, field)));
    },
    touch: (fields: Iterable<string>) => setTouched((now) => new Set([...now, ...fields])),
    error: (field: string): string | undefined => {
      const reason =
        refused?.issues.find((issue) => issue.field.split(".")[0] === field)?.reason ??
        (touched.has(field) ? problems.get(field) : undefined);
      return reason === undefined ? undefined : problemText(field, reason);
    },
    value: (field: string) => valueIn(edited, field),
    /** Back to what is saved. */
    discard: () => {
      setEdited((now) => replacedIn(now, { changes: {}, version: now.listing.version }));
      setTouched(new Set());
      setRefused(null);
    },
    /** The listing as it is now, with what is typed over it still. */
    renew: async (): Promise<EditableListing | null> => {
      const fresh = await read();
      if (fresh.refused !== undefined) return null;
      setEdited((now) => replacedIn(now, { listing: fresh.value, version: fresh.value.version }));
      return fresh.value;
    },
    /** What was chosen of a conflict, upon the version that the choice has seen; then it is saved. */
    resolve: async (changes: Changes, conflict: ListingConflict): Promise<Saved | Refused | null> => {
      const fresh = await read();
      if (fresh.refused !== undefined) {
        setRefused(fresh.refused);
        return fresh.refused;
      }
      setEdited((now) => replacedIn(now, { listing: fresh.value, version: conflict.version, changes }));
      setRefused(null);
      if (Object.keys(changes).length > 0) return save(changes, conflict.version);
      setEdited((now) => replacedIn(now, { version: fresh.value.version }));
      return null;
    },
  };
}

/** What a refusal still says once a field that it named is typed anew. */
function without(refused: Refused, field: string): Refused | null {
  const issues = refused.issues.filter((issue) => issue.field.split(".")[0] !== field);
  if (issues.length === refused.issues.length) return refused;
  return issues.length === 0 ? null : { ...refused, issues };
}
