const ACTIONS: Readonly<Record<string, string>> = {
  create: "Made the listing",
  set: "Changed",
  publish: "Published it",
  go_under_offer: "Put it under offer",
  sell: "Marked it as sold",
  lease: "Marked it as leased",
  withdraw: "Withdrew it",
  relist: "Relisted it",
  undo: "Undid a change",
};

/** What somebody did to a listing, as a sentence begins after their name. */
export function actionText(action: string): string {
  return ACTIONS[action] ?? action.replaceAll("_", " ");
}
