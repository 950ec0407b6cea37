export type LaunchOptions = {
  readonly port: number | undefined;
  readonly listings: number;
  readonly dev: boolean;
  readonly reset: boolean;
  /** --install, --no-install, or neither. */
  readonly install: boolean | undefined;
};

export function readOptions(
  program: "up" | "test",
  args: readonly string[],
): { options: LaunchOptions } | { problem: string } | { help: string };
