import { expect, onTestFinished, test } from "vitest";
import { type Chance, chanceFrom } from "@/tests/support/chance";
import { type ConsoleWorld, createConsoleWorld, type SignedIn } from "@/tests/support/console-world";

const SEED = Number(process.env.VERANDAH_TEST_SEED ?? Date.now());
const SEQUENCES = 12;
const STEPS = 22;

type Values = Record<string, unknown>;
type Entry = {
  id: string;
  version: number;
  actor: string;
  change: Record<string, { from: unknown; to: unknown }>;
};

/** Somebody with the editor open: what they see, and on which version. They learn of others' changes from answers alone. */
type Editor = { readonly who: SignedIn; version: number; readonly sees: Values };

const EDITS: readonly ((chance: Chance) => Values)[] = [
  (chance) => ({ headline: `Headline ${chance.whole(1, 4)}` }),
  (chance) => ({ beds: chance.whole(1, 4) }),
  (chance) => ({ price: 100_000 * chance.whole(5, 8) }),
  (chance) => ({ locality: chance.pick(["nsw/newtown", "vic/carlton"]), parking: chance.whole(0, 2) }),
  (chance) => ({ features: chance.pick([[], ["Pool"], ["Pool", "Shed"]]) }),
  (chance) => ({ agents: chance.pick([[], ["harbour-agent"]]) }),
  (chance) => ({
    inspections: chance.pick([
      [],
      [{ kind: "open_home", startsAt: "2026-12-05T11:00", endsAt: "2026-12-05T11:30" }],
    ]),
  }),
  (chance) => ({ latitude: -33 - chance.whole(0, 2), longitude: 151 }),
];

/** `VERBS` as nouns with what they need; those that the status does not allow are refused, and change nothing. */
const NOUNS: readonly (readonly [string, Values])[] = [
  ["offer", {}],
  ["sale", { soldOn: "2026-05-01" }],
  ["withdrawal", {}],
  ["relisting", {}],
];

test(`whatever two people do to one listing at once, nobody overwrites a value that they have not seen (seed ${SEED})`, async () => {
  const world = await createConsoleWorld();
  onTestFinished(world.close);
  const outcomes = { written: 0, conflicts: 0, undone: 0 };
  for (let n = 0; n < SEQUENCES; n++) await playOut(world, chanceFrom(SEED + n), outcomes);
  // Else nothing was tried.
  expect(outcomes.written).toBeGreaterThan(SEQUENCES * 4);
  expect(outcomes.conflicts).toBeGreaterThan(SEQUENCES);
  expect(outcomes.undone).toBeGreaterThan(0);
}, 120_000);

async function playOut(
  world: ConsoleWorld,
  chance: Chance,
  outcomes: { written: number; conflicts: number; undone: number },
) {
  const { id } = await world.insert();
  const path = `/api/console/listings/${id}`;
  const look = async (who: SignedIn): Promise<Editor> => {
    const { version, fields } = (await world.ask(who, "GET", path)).body;
    return { who, version, sees: fields };
  };
  const truth: Values = (await look(world.editor)).sees;
  const editors = [await look(world.agent), await look(world.editor)];
  let judged = "0";

  const edit = async (editor: Editor) => {
    const isVerb = chance.whole(1, 5) === 1;
    const [noun, more] = chance.pick(NOUNS);
    const seen = { ...editor.sees };
    const { version } = editor;
    const answer = isVerb
      ? await world.ask(editor.who, "POST", `${path}/${noun}`, { version, ...more })
      : await world.ask(editor.who, "PATCH", path, { version, changes: chance.pick(EDITS)(chance) });
    const { conflict } = answer.body.error ?? {};
    if (conflict !== undefined) {
      outcomes.conflicts++;
      expect(conflict.isComplete).toBe(true);
      for (const { field, base, theirs } of conflict.fields) {
        expect(base, field).toEqual(seen[field]);
        editor.sees[field] = theirs;
      }
      editor.version = conflict.version;
    } else if (answer.status === 200 && answer.body.changed.length > 0) {
      outcomes.written++;
      return { editor, seen, version: answer.body.version as number };
    } else expect([200, 409]).toContain(answer.status);
    return null;
  };

  const undo = async (editor: Editor) => {
    // Drawn before anything is waited for: the same seed then draws the same.
    const which = chance.whole(0, 99);
    const { items } = (await world.ask(editor.who, "GET", `${path}/history`)).body as { items: Entry[] };
    const entry = items[which % Math.max(items.length, 1)];
    if (entry === undefined) return null;
    const { id: entryId, change } = entry;
    const answer = await world.ask(editor.who, "POST", `${path}/history/${entryId}/reversal`);
    if (answer.status !== 200 || answer.body.changed.length === 0) return null;
    outcomes.undone++;
    const given = Object.entries(change).map(([field, { to }]) => [field, to]);
    return { editor, seen: Object.fromEntries(given) as Values, version: answer.body.version as number };
  };

  for (let step = 0; step < STEPS; step++) {
    const acts = editors.map(async (editor) => {
      const what = chance.whole(1, 10);
      if (what === 1) return void Object.assign(editor, await look(editor.who));
      return what === 2 ? undo(editor) : edit(editor);
    });
    const done = (await Promise.all(acts)).filter((act) => act !== null && act !== undefined);
    const history = (await world.ask(world.editor, "GET", `${path}/history?limit=100`)).body.items as Entry[];
    const fresh = history.filter((entry) => BigInt(entry.id) > BigInt(judged)).reverse();
    expect(fresh.map(({ version }) => version)).toEqual(
      done.map(({ version }) => version).sort((a, b) => a - b),
    );
    for (const entry of fresh) {
      judged = entry.id;
      const act = done.find(({ version }) => version === entry.version);
      for (const [field, { from, to }] of Object.entries(entry.change)) {
        expect(from, `${field}: what was overwritten is what was there`).toEqual(truth[field]);
        expect(act?.seen[field], `${entry.actor} had seen the ${field} that they overwrote`).toEqual(from);
        truth[field] = to;
      }
      if (act === undefined) continue;
      // Their own change they know of, by its answer and their next look.
      Object.assign(act.editor, await seenAfter(act.editor, entry));
    }
    expect((await look(world.editor)).sees).toEqual(truth);
  }
}

/** After a write that followed directly on what somebody saw, they see its result; an undo may have followed on more, and is looked at anew. */
async function seenAfter(editor: Editor, { version, change }: Entry): Promise<Partial<Editor>> {
  if (version !== editor.version + 1) return {};
  for (const [field, { to }] of Object.entries(change)) editor.sees[field] = to;
  return { version };
}
