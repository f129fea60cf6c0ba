// The faults that somebody ordered for one simulator, and which of them the next call meets.
import { z } from 'zod';

const FaultKind = z.enum(['silent-after', 'silent-before', 'refuse', 'error', 'slow']);

/** `times` absent: every call until the faults are taken away. `operation` absent: the part's main operations. */
export const FaultOrder = z.strictObject({
  fault: FaultKind,
  operation: z.string().optional(),
  times: z.int().min(1).max(10_000).optional(),
  idNumber: z.string().optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
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
}

export function createFaultList(rules: FaultRules): FaultList {
  let orders: FaultOrder[] = [];
  const isMet = (order: FaultOrder, operation: string, idNumbers: string[]) =>
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
  };
}
