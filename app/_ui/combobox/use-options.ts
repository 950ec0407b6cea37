import { useEffect, useRef, useState } from "react";
import type { LoadOptions, Option } from "@/app/_ui/combobox/option";

const TYPING_PAUSE_MS = 150;

type State = {
  readonly phase: "loading" | "ready" | "failed";
  /** While newer ones load, those from before. */
  readonly options: readonly Option[];
};

/** The options for what was asked for last. An answer that was overtaken by a later question is dropped. */
export function useOptions(load: LoadOptions) {
  const [state, setState] = useState<State>({ phase: "loading", options: [] });
  const running = useRef<AbortController>(null);
  const asked = useRef<string>(null);
  useEffect(() => () => running.current?.abort(), []);

  const ask = async (typed: string, pauseMs = 0) => {
    asked.current = typed;
    running.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setState(({ options }) => ({ phase: "loading", options }));
    try {
      await pause(pauseMs);
      if (signal.aborted) return;
      const options = await load(typed, signal);
      if (!signal.aborted) setState({ phase: "ready", options });
    } catch {
      if (!signal.aborted) setState({ phase: "failed", options: [] });
    }
  };
  return {
    ...state,
    askSoon: (typed: string) => {
      if (typed !== asked.current) void ask(typed, TYPING_PAUSE_MS);
    },
    askNow: (typed: string) => void ask(typed),
    askAgain: () => void ask(asked.current ?? ""),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
