// The giver's other relations that are in force.
import type { ReviewCase } from '@gongji/contract';
import { formatInstant } from '../shared/time.ts';
import { relationWords } from '@gongji/contract/words';

interface GiverRelationsProps {
  giverName: string;
  relations: ReviewCase['giverRelations'];
}

export function GiverRelations({ giverName, relations }: GiverRelationsProps) {
  return (
    <section className="card" aria-labelledby="relations-title">
      <h2 id="relations-title">
        {giverName} 已绑定的家人 <span className="count">{relations.length}</span>
      </h2>
      {relations.length === 0 ? (
        <p className="quiet">还没有绑定其他家人。</p>
      ) : (
        <ul className="relations">
          {relations.map((relation) => (
            <li key={`${relation.memberName}-${relation.since}`}>
              <span>{relation.memberName}</span>
              <span>{relationWords[relation.relation]}</span>
              <span className="quiet">{formatInstant(relation.since)} 起</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
