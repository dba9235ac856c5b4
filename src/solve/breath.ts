/** A pause for the event loop: timers, messages, input and abort signals are handled before it ends. */
export function breath(): Promise<void> {
  return new Promise((go) => {
    // Browsers delay nested timers by 4 ms, but not messages.
    if (typeof setImmediate === "function") setImmediate(go);
    else {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => {
        port1.close();
        go();
      });
      port1.start();
      port2.postMessage(null);
    }
  });
}
