// Proposes a correction of the open record; another person decides.
import type { CorrectionBody, RecordView, Relation } from '@gongji/contract';
import { relationWords } from '@gongji/contract/words';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { yuanToFen } from '../shared/money.ts';
import { ReasonField, TextField } from '../shared/TextField.tsx';

type Kind = CorrectionBody['kind'];

const kindsOf: Record<'person' | 'relation', [Kind, string][]> = {
  person: [
    ['person-name', '姓名'],
    ['person-phone', '手机号'],
    ['account', '个人账户的金额'],
  ],
  relation: [
    ['relation-kinship', '亲属关系'],
    ['relation-end', '解除这个关系'],
  ],
};

export function CorrectionForm({ kind: of, id }: { kind: 'person' | 'relation'; id: RecordView['id'] }) {
  const selectId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const kinds = kindsOf[of];
  const [kind, setKind] = useState<Kind>(kinds[0]?.[0] ?? 'person-name');
  const [typed, setTyped] = useState({ text: '', year: '', yuan: '', reason: '' });
  const [relation, setRelation] = useState<Relation>('child');
  const minus = typed.yuan.trim().startsWith('-');
  const amount = yuanToFen(typed.yuan.trim().replace(/^[-+]/, ''));
  const amountFen = amount.ok ? (minus ? -amount.fen : amount.fen) : 0;
  const { reason } = typed;
  const bodies: Record<Kind, CorrectionBody> = {
    'person-name': { kind: 'person-name', name: typed.text, reason },
    'person-phone': { kind: 'person-phone', phone: typed.text, reason },
    'relation-kinship': { kind: 'relation-kinship', relation, reason },
    'relation-end': { kind: 'relation-end', reason },
    account: { kind: 'account', partYear: Number(typed.year), amountFen, reason },
  };
  const body = bodies[kind];
  const propose = useMutation({
    mutationFn: () =>
      once(`correction-${id}`, body, (key) =>
        call('proposeCorrection', { params: { kind: of, id }, body, key }),
      ),
    onSuccess: async () => {
      setIsOpen(false);
      await refreshAll();
    },
    onError: noticeExpiry,
  });
  if (!isOpen)
    return (
      <div className="audit-actions">
        <Button onClick={() => setIsOpen(true)}>提出更正</Button>
        <span role="status">{propose.isSuccess && '已提出，等另一人复核。'}</span>
      </div>
    );
  const set = (field: keyof typeof typed) => (value: string) => setTyped({ ...typed, [field]: value });
  return (
    <ActionForm label="提出更正" isHeaded action={propose} submitText="提出，由另一人复核">
      <div>
        <label className="field-label" htmlFor={selectId}>
          更正什么
        </label>
        <select
          id={selectId}
          className="select"
          value={kind}
          onChange={(event) => {
            setKind(event.target.value as Kind);
            // What was wrong with the other kind says nothing of this one.
            propose.reset();
          }}
        >
          {kinds.map(([each, word]) => (
            <option key={each} value={each}>
              {word}
            </option>
          ))}
        </select>
      </div>
      {kind === 'person-name' && (
        <TextField label="正确的姓名" value={typed.text} maxLength={50} onChange={set('text')} />
      )}
      {kind === 'person-phone' && (
        <TextField label="正确的手机号" value={typed.text} maxLength={11} onChange={set('text')} />
      )}
      {kind === 'relation-kinship' && (
        <div>
          <label className="field-label" htmlFor={`${selectId}-relation`}>
            使用人是授权人的
          </label>
          <select
            id={`${selectId}-relation`}
            className="select"
            value={relation}
            onChange={(event) => setRelation(event.target.value as Relation)}
          >
            {Object.entries(relationWords).map(([each, word]) => (
              <option key={each} value={each}>
                {word}
              </option>
            ))}
          </select>
        </div>
      )}
      {kind === 'account' && (
        <>
          <TextField
            label="资金年份"
            value={typed.year}
            pattern="\d{4}"
            title="四位年份"
            inputMode="numeric"
            onChange={set('year')}
          />
          <TextField
            label="金额（元，减少写负数）"
            value={typed.yuan}
            pattern="[+\-]?(?=.*[1-9])[0-9,]+(\.[0-9]{1,2})?"
            title="不等于 0 的金额，最多两位小数，例如 12.50 或 -12.50"
            onChange={set('yuan')}
          />
        </>
      )}
      <ReasonField value={typed.reason} onChange={set('reason')} />
    </ActionForm>
  );
}
