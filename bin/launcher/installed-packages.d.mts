export function missingPackage(root: string): string | undefined;
