// What the giver filled in, with the full identity numbers on request and on record.
import type { Application, PersonMark } from '@gongji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { relationWords } from '@gongji/contract/words';
import { RevealDialog } from './RevealDialog.tsx';

interface FullNumbers {
  memberIdNumber: string;
  giverIdNumber: string;
}

export function Answers({ application }: { application: Application }) {
  const [full, setFull] = useState<FullNumbers | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <section className="card" aria-labelledby="answers-title">
      <div className="card-head">
        <h2 id="answers-title">填写内容</h2>
        <Button size="small" onClick={() => (full ? setFull(null) : setIsAsking(true))}>
          {full ? '隐藏完整证件号' : '查看完整证件号'}
        </Button>
      </div>
      <div className="people">
        <Person
          title="使用人（被共济人）"
          person={application.member}
          fullNumber={full?.memberIdNumber}
          rows={[
            ['关系', relationWords[application.relation]],
            ['联系电话', application.maskedMemberPhone],
          ]}
        />
        <Person
          title="授权人（共济人）"
          person={application.giver}
          fullNumber={full?.giverIdNumber}
          rows={[]}
        />
      </div>
      {application.requestText !== null && (
        <p className="request-text">
          <strong>已要求补充：</strong>
          {application.requestText}
        </p>
      )}
      {isAsking && (
        <RevealDialog
          applicationId={application.applicationId}
          onRevealed={setFull}
          onClose={() => setIsAsking(false)}
        />
      )}
    </section>
  );
}

interface PersonProps {
  title: string;
  person: PersonMark;
  fullNumber: string | undefined;
  rows: [string, string][];
}

function Person({ title, person, fullNumber, rows }: PersonProps) {
  const all: [string, string][] = [
    ['姓名', person.name],
    ['身份证号码', fullNumber === undefined ? person.maskedIdNumber : inGroups(fullNumber)],
    ['参保地', person.areaName],
    ...rows,
  ];
  return (
    <div>
      <h3>{title}</h3>
      <dl className="facts">
        {all.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Region, birth date and the rest apart, which is easier to compare with a document. */
const inGroups = (idNumber: string) => idNumber.replace(/^(\d{6})(\d{8})(.{4})$/, '$1 $2 $3');
