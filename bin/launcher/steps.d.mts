export function step(
  name: string,
  // biome-ignore lint/suspicious/noConfusingVoidType: a step may say nothing of itself.
  work: (say: (progress: string) => void) => Promise<string | void> | string | void,
): Promise<void>;
export function note(text: string): void;
export function seconds(startedAt: number): string;
