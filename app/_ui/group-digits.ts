/** "1250000" as "1,250,000", with its cents if it has any; what is not plainly a number stays as it was written. */
export function groupDigits(written: string): string {
  const [, whole, cents = ""] = /^\s*\$?\s*(\d[\d,\s]*?)(\.\d{1,2})?\s*$/.exec(written) ?? [];
  if (whole === undefined) return written;
  const digits = whole.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  return digits.replace(/\B(?=(\d{3})+$)/g, ",") + cents;
}
