// What was wrong and what to do, as the server or the network says it.
import { Alert, Button } from 'antd';
import type { Failure } from '../api/failure.ts';

interface FailureNoticeProps {
  failure: Failure;
  onRetry?: () => void;
}

export function FailureNotice({ failure, onRetry }: FailureNoticeProps) {
  const canRetry = onRetry && (!failure.answered || failure.isRefusedForNow);
  return (
    <Alert
      className="failure"
      type="error"
      showIcon
      title={failure.message}
      description={failure.remedy}
      action={canRetry ? <Button onClick={onRetry}>重试</Button> : undefined}
    />
  );
}
