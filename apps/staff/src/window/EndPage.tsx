// Ends a relation of the person at the window: the notice is read to them, and they sign.
import type { WindowDesk, WindowSignature } from '@gongji/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { Document } from './Document.tsx';
import { SignatureField } from './SignatureField.tsx';

export function EndPage({ desk, relationId }: { desk: WindowDesk; relationId: string }) {
  const { personNo } = desk.me.person;
  const { notice } = desk.guide;
  const [, navigate] = useLocation();
  const [signature, setSignature] = useState<WindowSignature | null>(null);
  const [isRead, setIsRead] = useState(false);
  const relation = [...desk.relations.given, ...desk.relations.received].find(
    (each) => each.relationId === relationId,
  );
  const end = useMutation({
    mutationFn: () => {
      if (!signature) throw new Error('the button works only when it is signed');
      const body = { noticeVersion: notice.version, accepted: true as const, signature };
      return once(`window-end-${relationId}`, body, (key) =>
        call('endAtWindow', { params: { personNo, relationId }, body, key }),
      );
    },
    onSuccess: async () => {
      await refreshAll();
      navigate(`/window/${personNo}`);
    },
    onError: noticeExpiry,
  });
  if (!relation) return null;
  const { giver, member } = relation;
  return (
    <div className="page records-page">
      <Link href={`/window/${personNo}`}>返回</Link>
      <PageTitle>解除共济关系</PageTitle>
      <p>
        授权人 <strong>{giver.name}</strong>（{giver.maskedIdNumber}），使用人 <strong>{member.name}</strong>
        （{member.maskedIdNumber}）
      </p>
      <Document document={notice} isRead={isRead} onRead={setIsRead} consent="已向本人说明，本人同意解除" />
      <ActionForm
        label="本人签字后解除"
        action={end}
        submitText="解除共济关系"
        danger
        disabled={!signature || !isRead}
      >
        <SignatureField
          personNo={personNo}
          sentence={`本人已读告知书，解除${giver.name}与${member.name}的共济关系。`}
          onChange={setSignature}
        />
      </ActionForm>
    </div>
  );
}
