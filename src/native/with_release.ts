/**
 * Runs `body` and then `release`, whatever happens.
 *
 * @param body What needs the thing
 * @param release What frees it, once
 * @returns What `body` returns
 * @throws What `body` throws, else what `release` throws
 */
export function withRelease<T>(body: () => T, release: () => void): T {
  let result: T;
  try {
    result = body();
  } catch (error) {
    try {
      release();
    } catch {
      // The first failure is the cause of this one, and the one to report
    }
    throw error;
  }
  release();
  return result;
}
