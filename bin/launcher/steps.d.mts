// biome-ignore lint/suspicious/noConfusingVoidType: a step may say nothing of itself.
export function step(name: string, work: () => Promise<string | void> | string | void): Promise<void>;
export function note(text: string): void;
export function seconds(startedAt: number): string;
