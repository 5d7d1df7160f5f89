import { describePrologEngine } from '../test/prolog-engine-conformance.ts'
import { createTauEngine } from './tau-engine.ts'

describePrologEngine('tau-prolog', (workers) => createTauEngine({ workers }))
