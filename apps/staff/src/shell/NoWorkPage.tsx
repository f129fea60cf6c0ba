// For staff whose role has no page in this app.
import type { StaffMark } from '@gongji/contract';
import { PageTitle } from '../shared/PageTitle.tsx';
import { roleWords } from '@gongji/contract/words';

export function NoWorkPage({ staff }: { staff: StaffMark }) {
  const isCashier = staff.role === 'cashier';
  return (
    <div className="page page-narrow">
      <section className="card">
        <PageTitle>没有可以办理的页面</PageTitle>
        <p>
          {isCashier
            ? '您的收费员账号没有登记所在的医院或药店，不能收费。'
            : `“${roleWords[staff.role]}”岗位目前在经办平台没有可以办理的业务。`}
        </p>
        <p>
          {isCashier
            ? '请联系本单位的医保管理人员补登记，再重新登录。'
            : '绑定审核由审核员和主管办理，窗口收费由医院和药店的收费员办理。如需办理，请点右上角“换人”。'}
        </p>
      </section>
    </div>
  );
}
