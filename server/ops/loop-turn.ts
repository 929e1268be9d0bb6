/**
 * How long a turn of the event loop took, in milliseconds, measured only while somebody asks: each question that finds
 * no measurement running begins one. So an idle server is not woken for it.
 */
export function measureTurns(): () => number {
  let last = 0;
  let isMeasuring = false;
  return () => {
    if (!isMeasuring) {
      isMeasuring = true;
      const began = performance.now();
      setImmediate(() => {
        last = performance.now() - began;
        isMeasuring = false;
      });
    }
    return last;
  };
}
