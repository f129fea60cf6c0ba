// The faults that somebody ordered for one simulator, and which of them the next call meets.
import { z } from 'zod';

const rowFaults = ['row-missing', 'row-extra', 'row-different', 'row-late'] as const;
const FaultKind = z.enum(['silent-after', 'silent-before', 'refuse', 'error', 'slow', ...rowFaults]);

/** Changes a row of a day's file for as long as the order stands, so that the file is the same however often it is fetched. */
export type RowFault = FaultOrder & { fault: (typeof rowFaults)[number]; day: string };

/** `times` absent: every call until the faults are taken away. `operation` absent: the part's main operations. */
export const FaultOrder = z.strictObject({
  fault: FaultKind,
  operation: z.string().optional(),
  times: z.int().min(1).max(10_000).optional(),
  idNumber: z.string().optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
  /** For faults of rows: the day of the file (needed), the row's reference (else the first row), the new amount, the area of an extra row. */
  day: z.iso.date().optional(),
  reference: z.string().min(1).max(100).optional(),
  amountFen: z.int().min(0).optional(),
  area: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});
export type FaultOrder = z.infer<typeof FaultOrder>;

export interface FaultRules {
  operations: readonly [string, ...string[]];
  /** Operations that an order without `operation` is about. */
  mainOperations: readonly string[];
  /** Calls of this part name a person, so a fault can be for one person only. */
  byIdNumber: boolean;
}

export interface FaultList {
  add(order: FaultOrder): { ok: true } | { ok: false; reason: string };
  clear(): void;
  list(): FaultOrder[];
  /** The fault that this call meets; counts it down. */
  take(operation: string, idNumbers: string[]): FaultOrder | undefined;
  /** Faults of the rows of a day's file. */
  rowFaults(): RowFault[];
}

export function createFaultList(rules: FaultRules): FaultList {
  let orders: FaultOrder[] = [];
  const isMet = (order: FaultOrder, operation: string, idNumbers: string[]) =>
    !isRowFault(order) &&
    (order.operation === undefined
      ? rules.mainOperations.includes(operation)
      : order.operation === operation) &&
    (order.idNumber === undefined || idNumbers.includes(order.idNumber));
  return {
    add(order) {
      if (order.operation !== undefined && !rules.operations.includes(order.operation)) {
        return { ok: false, reason: `operation 只能是 ${rules.operations.join('、')}` };
      }
      if (order.idNumber !== undefined && !rules.byIdNumber) {
        return { ok: false, reason: '这里的请求不带身份证号，故障不能按 idNumber 指定' };
      }
      if (isRowFault(order) && (order.day === undefined || !rules.operations.includes('files'))) {
        return { ok: false, reason: '账单行的故障要写 day（账单的日期），并且只有出账单的系统才有' };
      }
      orders.push({ ...order });
      return { ok: true };
    },
    clear() {
      orders = [];
    },
    list: () => orders.map((order) => ({ ...order })),
    take(operation, idNumbers) {
      const met = orders.find((order) => isMet(order, operation, idNumbers));
      if (met?.times !== undefined) {
        met.times -= 1;
        if (met.times === 0) orders = orders.filter((order) => order !== met);
      }
      return met;
    },
    rowFaults: () => orders.filter(isRowFault),
  };
}

function isRowFault(order: FaultOrder): order is RowFault {
  return rowFaults.some((kind) => kind === order.fault);
}
