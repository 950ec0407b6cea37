/** Cents as whole dollars: "$1,234"; below zero "−$1,234". */
export function dollars(cents: number): string {
  const whole = String(Math.round(Math.abs(cents) / 100));
  return `${cents < 0 ? "−" : ""}$${whole.replace(/\B(?=(\d{3})+$)/g, ",")}`;
}
