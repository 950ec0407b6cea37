import { type RefObject, useEffect, useRef, useState } from "react";
import { Kbd } from "@/app/_ui/kbd";
import { TextField } from "@/app/_ui/text-field";

const PAUSE_MS = 200;

type Props = {
  /** What the address asks for. */
  asked: string;
  onAsk: (words: string) => void;
  box: RefObject<HTMLDivElement | null>;
};

/** Words to look for; asked for when typing pauses. The arrow down leads to the first row. */
export function SearchBox({ asked, onAsk, box }: Props) {
  const [text, setText] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The way back in the browser's history changes what is asked, past the box.
  const [known, setKnown] = useState(asked);
  if (known !== asked) {
    setKnown(asked);
    if (text.trim() !== asked) setText(asked);
  }

  const change = (next: string, pauseMs: number) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onAsk(next.trim()), pauseMs);
  };
  return (
    <div ref={box} className="w-full sm:w-80">
      <TextField
        label="Search listings"
        isLabelHidden
        type="search"
        value={text}
        placeholder="Address, suburb, agent or number"
        after={<Kbd>/</Kbd>}
        onChange={({ target }) => change(target.value, PAUSE_MS)}
        onKeyDown={(event) => {
          if (event.key === "Escape") change("", 0);
          else if (event.key === "Enter") change(text, 0);
          else if (event.key === "ArrowDown") document.querySelector<HTMLElement>("[data-row]")?.focus();
          else return;
          event.preventDefault();
        }}
      />
    </div>
  );
}
