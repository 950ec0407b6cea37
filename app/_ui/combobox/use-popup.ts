import type { Combobox as Base } from "@base-ui/react/combobox";
import { useEffect, useRef, useState } from "react";

/**
 * Whether the options are shown, for a list without Base.Popup: while that is open it hides the rest of the page from screen
 * readers, the field's own label included. What it does besides is done here: leaving the field closes the list, and
 * Base is told when it is gone.
 */
export function usePopup() {
  const [isOpen, setIsOpen] = useState(false);
  const actions = useRef<Base.Root.Actions>(null);
  useEffect(() => {
    if (!isOpen) actions.current?.unmount();
  }, [isOpen]);
  return { isOpen, setIsOpen, actions };
}
