"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { useId, useState } from "react";
import type { LoadOptions, Option } from "@/app/_ui/combobox/option";
import { OptionList, TRY_AGAIN } from "@/app/_ui/combobox/option-list";
import { useOptions } from "@/app/_ui/combobox/use-options";
import { usePopup } from "@/app/_ui/combobox/use-popup";
import { Field } from "@/app/_ui/field";
import { type FieldTexts, fieldControl } from "@/app/_ui/field-control";
import { Icon } from "@/app/_ui/icon";

type Props = FieldTexts & {
  load: LoadOptions;
  name?: string;
  placeholder?: string;
  isDisabled?: boolean;
  /** Those chosen to begin with. */
  values?: readonly Option[];
  onChange?: (options: readonly Option[]) => void;
};

/** A choice of several from more than can be shown. Backspace takes back the last one; the left arrow goes to those chosen. */
export function MultiCombobox(props: Props) {
  const { load, name, placeholder, isDisabled = false, values = [], onChange } = props;
  const id = useId();
  const [chosen, setChosen] = useState<Option[]>([...values]);
  const [typed, setTyped] = useState("");
  const { phase, options, askNow, askSoon, askAgain } = useOptions(load);
  const { isOpen, setIsOpen, actions } = usePopup();

  return (
    <Base.Root
      open={isOpen}
      actionsRef={actions}
      multiple
      items={phase === "failed" ? [TRY_AGAIN] : options}
      filter={null}
      itemToStringLabel={(option: Option) => option.label}
      itemToStringValue={(option: Option) => option.value}
      isItemEqualToValue={(one: Option, other: Option) => one.value === other.value}
      value={chosen}
      onValueChange={(next, details) => {
        if (next.includes(TRY_AGAIN)) {
          details.cancel();
          askAgain();
          return;
        }
        setChosen(next);
        onChange?.(next);
      }}
      onInputValueChange={(text) => {
        setTyped(text);
        askSoon(text);
      }}
      onOpenChange={(next, details) => {
        if (next && details.reason !== "input-change") askNow(typed);
        // Several are picked in one go.
        if (!next && details.reason === "item-press") details.cancel();
        else setIsOpen(next);
      }}
      disabled={isDisabled}
      autoHighlight
      {...(name === undefined ? {} : { name })}
    >
      <Field {...props} id={id}>
        <Base.InputGroup className="field flex flex-wrap items-center gap-1 py-1">
          <Base.Chips
            className="contents"
            aria-label={chosen.length === 0 ? undefined : `Chosen: ${props.label}`}
          >
            {chosen.map((option) => (
              <ChosenChip key={option.value} option={option} />
            ))}
            <Base.Input
              {...fieldControl(id, props)}
              onBlur={() => setIsOpen(false)}
              placeholder={chosen.length === 0 ? placeholder : ""}
              className="bare-control min-w-16"
            />
          </Base.Chips>
        </Base.InputGroup>
      </Field>
      {isOpen ? (
        <OptionList label={props.label} phase={phase} typed={typed} isEmpty={options.length === 0} />
      ) : null}
    </Base.Root>
  );
}

function ChosenChip({ option }: { option: Option }) {
  return (
    <Base.Chip
      aria-label={option.label}
      className="inline-flex items-center gap-1 rounded-small bg-accent-soft py-0.5 pr-0.5 pl-2 text-ink text-sm data-highlighted:bg-accent data-highlighted:text-accent-ink"
    >
      {option.label}
      <Base.ChipRemove
        aria-label={`Remove ${option.label}`}
        className="grid size-6 place-items-center rounded-small hover:bg-accent hover:text-accent-ink"
      >
        <Icon of="x" className="size-3.5" />
      </Base.ChipRemove>
    </Base.Chip>
  );
}
