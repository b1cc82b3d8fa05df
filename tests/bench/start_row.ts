import type { BenchRow, Figure } from "./bench_row.ts";
import { timeInTurns } from "./time_programs.ts";

const ROUNDS = 60;
const GUID = "c38d57d1-05a7-4c33-904f-7fbceee60e82";

/** The start of the product, as a whole process. */
export const row: BenchRow = {
  name: "start",
  measure({ executable, empty }): Promise<readonly Figure[]> {
    const [product, bare] = timeInTurns(
      [[executable, "resolve", GUID], [empty]],
      ROUNDS,
    );
    return Promise.resolve([{
      what: "resolve GUID / an empty program",
      value: product.ratio,
      unit: "x",
      atMost: 1.15,
      of: `${product.ms.toFixed(1)} ms, ${bare.ms.toFixed(1)} ms`,
    }]);
  },
};
