// `gongji policy schema`: prints the JSON Schema (draft-07) of a policy file, for editors.
import { policySchemaText } from '@gongji/policy/tools';

/** @returns 0 when printed, 2 for wrong arguments. */
export function run(args: string[]): number {
  if (args.length > 0) {
    process.stderr.write(
      'gongji policy schema: 这个命令没有参数；要存成文件请写 gongji policy schema > policies/policy.schema.json。\n',
    );
    return 2;
  }
  process.stdout.write(policySchemaText());
  return 0;
}
