/** Whether a page was opened on the appliance itself, which alone may change things until an owner can sign in. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
