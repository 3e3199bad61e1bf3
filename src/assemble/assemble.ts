import type { Result } from '../diagnostics/diagnostic.js';
import type { Signing } from '../finish/finish.js';
import type { Artefact, OutputFile } from '../ir/artefact.js';
import type { Library } from '../ir/library.js';
import type { Plan } from '../ir/plan.js';
import type { Project } from '../load/project.js';
import type { PageTemplates } from '../load/templates.js';
import { describeSigner } from './describe-signer.js';
import { makePage } from './make-page.js';
import { productFiles } from './product-files.js';
import { publisherFiles } from './publisher-files.js';
import { signPage } from './sign-page.js';
import { signProduct } from './sign-product.js';
import { sourceHash } from './source-hash.js';
import { onlyBuilt, outsideArchives } from './what-goes-out.js';

export interface AssembleInput {
  readonly project: Project;
  readonly plan: Plan;
  /** Everything of the product's folder that was planned, and what channels add. Paths below dist/. */
  readonly artefacts: readonly Artefact[];
  readonly library: Library;
  readonly page: PageTemplates;
  /** What lies beside the scripts of every product, by name: schemas, and the bill of materials of the compiler. */
  readonly companions: ReadonlyMap<string, string>;
  /** Version of the compiler. */
  readonly compiler: string;
  /** Null leaves everything without signatures. */
  readonly signing: Signing | null;
  /** Whether a development certificate signs. */
  readonly development: boolean;
}

/**
 * Puts the product together: manifest, hashes and catalog in its folder, and beside it the download page with hashes of
 * its own. Nothing in it can be a mistake of the author, so it has nothing to say.
 * @returns every file of dist/.
 */
export async function assemble(input: AssembleInput): Promise<Result<readonly OutputFile[]>> {
  const { plan, companions, compiler, signing, development } = input;
  const { product, version } = plan.catalog;
  const artefacts = outsideArchives(plan, input.artefacts);
  const unsigned = productFiles({
    product,
    version,
    compiler,
    source: sourceHash(input.project),
    signer:
      signing &&
      describeSigner(signing.signer.certificates[0], { development, timestamped: signing.timestamp !== undefined }),
    artefacts,
    companions,
    packages: plan.catalog.packages,
  });
  const files = signing ? await signProduct(unsigned, `${product}.cat`, signing) : unsigned;
  const own = files.map(({ path, bytes }) => ({ path: `${product}/${path}`, bytes }));
  const page = [
    ...makePage(onlyBuilt(plan, input.artefacts), input.library, input.page, files),
    ...(signing ? publisherFiles(signing.signer.certificates[0].der) : []),
  ];
  const sums = own.filter(({ path }) => path === `${product}/SHA256SUMS`);
  return { value: [...own, ...(signing ? await signPage(page, sums, signing) : page)], diagnostics: [] };
}
