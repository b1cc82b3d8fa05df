/** What the build cannot do, with a next step. Printed without a stack. */
export class BuildError extends Error {
  override readonly name = "BuildError";
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
