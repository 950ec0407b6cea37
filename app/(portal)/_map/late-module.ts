/** Code that comes when it is wanted. Once it is there, the next page does not wait for it. */
export type LateModule<Module> = {
  readonly load: () => Promise<Module>;
  loaded: Module | null;
};

export function lateModule<Module>(load: () => Promise<Module>): LateModule<Module> {
  return { load, loaded: null };
}
