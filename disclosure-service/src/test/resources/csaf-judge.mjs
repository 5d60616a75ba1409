// Puts every document of a folder before the strict schema and all mandatory tests of CSAF 2.0.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import validate from '@secvisogram/csaf-validator-lib/validate.js'
import * as mandatory from '@secvisogram/csaf-validator-lib/mandatoryTests.js'
import { csaf_2_0_strict } from '@secvisogram/csaf-validator-lib/schemaTests.js'

const folder = process.argv[2]
const files = readdirSync(folder)
let bad = 0
for (const file of files) {
  const document = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const result = await validate([csaf_2_0_strict, ...Object.values(mandatory)], document)
  for (const test of result.tests.filter(one => !one.isValid)) {
    bad++
    console.log(file, test.name, JSON.stringify(test.errors))
  }
}
console.log(files.length + ' documents')
process.exit(bad === 0 && files.length > 0 ? 0 : 1)
