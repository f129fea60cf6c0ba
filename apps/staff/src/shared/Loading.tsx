// Says in words what is being waited for.
import { Spin } from 'antd';

export function Loading({ what }: { what: string }) {
  return (
    <div className="loading" role="status">
      <Spin size="small" />
      {what}……
    </div>
  );
}
