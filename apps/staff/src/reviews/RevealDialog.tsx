// Asks why the full identity numbers are needed; the reason goes on record.
import { call } from '../api/call.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

interface RevealDialogProps {
  applicationId: string;
  onRevealed: (numbers: { memberIdNumber: string; giverIdNumber: string }) => void;
  onClose: () => void;
}

const usualReasons = ['与证明材料上的证件号核对', '与户籍、婚姻登记核对', '参保人来电来访核实身份'];

export function RevealDialog({ applicationId, onRevealed, onClose }: RevealDialogProps) {
  return (
    <ReasonDialog
      title="查看完整证件号"
      text="请选择或写明理由。查看人、时间和理由都会留下记录，可被审计。"
      reasons={usualReasons}
      okText="查看"
      run={(reason) => call('revealReview', { params: { applicationId }, body: { reason } })}
      onDone={onRevealed}
      onClose={onClose}
    />
  );
}
