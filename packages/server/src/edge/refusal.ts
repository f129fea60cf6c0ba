// Turns a refusal into the error body of the contract, with its status and its Chinese sentences.
import { errors, errorTexts } from '@gongji/contract';
import type { ErrorBody } from '@gongji/contract';
import type { Refusal } from '@gongji/service';
import type { Context as HonoContext } from 'hono';

/** Answers with the catalogue's sentence for the refusal. */
export function sendRefusal(request: HonoContext, refusal: Refusal): Response {
  const { code, details, field } = refusal;
  const body: ErrorBody = {
    error: {
      code,
      ...errorTexts(code, details),
      ...(field ? { field } : {}),
      ...(details ? { details } : {}),
    },
  };
  return request.json(body, errors[code].status);
}

/**
 * Answers a fault: nobody knows whether the business was done, so the sentence does not say that it was not.
 * @param reference id under which the log holds the fault.
 */
export function sendFault(request: HonoContext, reference: string): Response {
  const body: ErrorBody = {
    error: {
      code: 'fault',
      message: '系统出了问题，暂时不能确认这次有没有办成。',
      remedy: `请刷新页面查看结果；仍有问题，请拨打医保服务电话并报上编号 ${reference}。`,
      details: { reference },
    },
  };
  return request.json(body, 500);
}
