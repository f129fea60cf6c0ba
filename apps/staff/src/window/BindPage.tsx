// Binds a relative for the person at the window: their answers, their papers, the promise, and their signature.
import type { Relation, WindowDesk, WindowSignature } from '@gongji/contract';
import { helpfulProof, relationWords } from '@gongji/contract/words';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll, useAnswer } from '../api/queries.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { TextField } from '../shared/TextField.tsx';
import { Document } from './Document.tsx';
import { PhotoField } from './PhotoField.tsx';
import { SignatureField } from './SignatureField.tsx';

export function BindPage({ desk }: { desk: WindowDesk }) {
  const { me, guide } = desk;
  const { personNo } = me.person;
  const id = useId();
  const [, navigate] = useLocation();
  const areas = useAnswer('getInsuredAreas');
  const [member, setMember] = useState({ name: '', idNumber: '', phone: '', area: me.person.area });
  const [relation, setRelation] = useState<Relation>(guide.relationsAllowed[0] ?? 'child');
  const [photos, setPhotos] = useState<Record<string, string>>({});
  const [isRead, setIsRead] = useState({ notice: false, promise: false });
  const [signature, setSignature] = useState<WindowSignature | null>(null);
  const fitting = guide.materials.filter(
    ({ required, relations }) => required && (relations.length === 0 || relations.includes(relation)),
  );
  const materials = fitting.length > 0 ? fitting : [{ ...helpfulProof, text: '', required: false }];
  const handedIn = materials.flatMap(({ code }) => {
    const photoId = photos[code];
    return photoId === undefined ? [] : [{ photoId, material: code }];
  });
  const isWhole =
    materials.every(({ code, required }) => !required || photos[code] !== undefined) &&
    isRead.notice &&
    isRead.promise &&
    signature !== null;
  const bind = useMutation({
    mutationFn: () => {
      if (!signature) throw new Error('the button works only when it is signed');
      const application = {
        ...{ memberName: member.name, memberIdNumber: member.idNumber, relation },
        ...{ memberArea: member.area, memberPhone: member.phone, photos: handedIn },
        noticeVersion: guide.notice.version,
        promise: {
          version: guide.promise.version,
          accepted: true as const,
          signedName: me.person.name,
        },
      };
      const body = { application, signature };
      return once(`window-bind-${personNo}`, body, (key) =>
        call('bindAtWindow', { params: { personNo }, body, key }),
      );
    },
    onSuccess: async () => {
      await refreshAll();
      navigate(`/window/${personNo}`);
    },
    onError: noticeExpiry,
  });
  const text = (field: 'name' | 'idNumber' | 'phone', label: string) => (
    <TextField
      label={label}
      value={member[field]}
      maxLength={50}
      onChange={(value) => setMember({ ...member, [field]: value })}
    />
  );
  return (
    <div className="page records-page">
      <Link href={`/window/${personNo}`}>返回</Link>
      <PageTitle>绑定家人</PageTitle>
      <p>
        授权人 <strong>{me.person.name}</strong>（{me.person.maskedIdNumber}，{me.person.areaName}参保）
      </p>
      <Document
        document={guide.notice}
        isRead={isRead.notice}
        onRead={(notice) => setIsRead({ ...isRead, notice })}
        consent="已向本人说明，本人同意告知书"
      />
      <ActionForm label="绑定家人" action={bind} submitText="提交申请" disabled={!isWhole}>
        {text('name', '家人姓名')}
        {text('idNumber', '家人身份证号码')}
        <div>
          <label className="field-label" htmlFor={`${id}-relation`}>
            家人是授权人的
          </label>
          <select
            id={`${id}-relation`}
            className="select"
            value={relation}
            onChange={(event) => setRelation(event.target.value as Relation)}
          >
            {guide.relationsAllowed.map((each) => (
              <option key={each} value={each}>
                {relationWords[each]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label className="field-label" htmlFor={`${id}-area`}>
            家人的参保地
          </label>
          <select
            id={`${id}-area`}
            className="select"
            value={member.area}
            onChange={(event) => setMember({ ...member, area: event.target.value })}
          >
            {areas.data?.provinces.map(({ province, name, areas: within }) => (
              <optgroup key={province} label={name}>
                {within.map((each) => (
                  <option key={each.area} value={each.area}>
                    {each.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        {text('phone', '家人手机号码')}
        {materials.map(({ code, name, required }) => (
          <PhotoField
            key={code}
            personNo={personNo}
            label={`${name}${required ? '' : '（可以不交）'}`}
            onAdded={(photoId) => setPhotos((now) => ({ ...now, [code]: photoId }))}
          />
        ))}
        <Document
          document={guide.promise}
          isRead={isRead.promise}
          onRead={(promise) => setIsRead({ ...isRead, promise })}
          consent="已向本人宣读，本人承诺以上内容属实"
        />
        <SignatureField
          personNo={personNo}
          sentence={`本人签署承诺书，申请绑定${relationWords[relation]}${member.name}。`}
          onChange={setSignature}
        />
      </ActionForm>
    </div>
  );
}
