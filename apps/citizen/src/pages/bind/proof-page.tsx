// Step 3: photos of the proof, by what the area asks for this relation.
import { useState } from 'react';
import { useLocation } from 'wouter';
import { materialsFor, missingMaterials } from '../../lib/draft.ts';
import { relationWords } from '@gongji/contract/words';
import { Button } from '../../parts/button.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { PhotoPicker } from '../../parts/photo-picker.tsx';
import { Page } from '../../shell/page.tsx';
import type { StepProps } from './new-pages.tsx';

const photoLimit = 9;

export function ProofPage({ guide, use, progress, back, next }: StepProps) {
  const { draft, change } = use;
  const [, navigate] = useLocation();
  const [attempt, setAttempt] = useState(0);
  const materials = materialsFor(guide.materials, draft.relation);
  const missing = attempt > 0 ? missingMaterials(draft, guide.materials) : [];
  const problems = Object.fromEntries(
    missing.map(({ code, name }) => [`material-${code}`, `还缺“${name}”的照片，请拍照或从相册选择。`]),
  );
  const goOn = () => {
    if (missingMaterials(draft, guide.materials).length > 0) setAttempt(attempt + 1);
    else navigate(next);
  };
  const relation = draft.relation ? relationWords[draft.relation] : '';
  return (
    <Page
      title="证明材料"
      progress={progress}
      back={back}
      lead={`证明${draft.memberName}是您的${relation}。拍照时放平、四角拍全、字要看得清。照片只给审核人员看。`}
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      {materials.map((material) => (
        <PhotoPicker
          key={material.code}
          id={`material-${material.code}`}
          name={material.name}
          text={material.text}
          required={material.required}
          photos={draft.photos.filter((photo) => photo.material === material.code)}
          error={problems[`material-${material.code}`]}
          full={draft.photos.length >= photoLimit}
          onAdd={(photo) => use.addPhoto({ ...photo, material: material.code })}
          onRemove={(photoId) =>
            change({ photos: draft.photos.filter((photo) => photo.photoId !== photoId) })
          }
        />
      ))}
      <div className="actions">
        <Button main onPress={goOn}>
          下一步
        </Button>
      </div>
    </Page>
  );
}
