// Where a title's line may break: at its own marks when it has any, else so that the lines are equally long.

export const breakClass = (title: string): string | undefined =>
  /[，(]/.test(title) ? 'break-at-marks' : undefined;
