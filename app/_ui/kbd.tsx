/** A key, or keys pressed together: "Ctrl S". */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="whitespace-nowrap rounded-small border border-line border-b-edge bg-surface px-1.5 font-sans text-muted text-xs leading-5">
      {children}
    </kbd>
  );
}
